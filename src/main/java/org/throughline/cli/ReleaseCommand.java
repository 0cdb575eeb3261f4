package org.throughline.cli;

import java.io.IOException;
import java.util.List;
import org.throughline.desk.Desk;
import org.throughline.desk.view.ClientView;
import org.throughline.desk.view.Page;
import org.throughline.desk.view.ReleaseView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "release",
    description = {
      "Sessions on their way to research: drafts them, shows how far each is, lets reviewed ones go",
      "and takes them back. The review itself is done on the page."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | draft | go | recall)")
final class ReleaseCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      description = "How far the sessions of clients are who consent to research.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin Folders folders, @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException {
    try (Desk desk = folders.open()) {
      List<String> clients = desk.clients(Folders.ME).stream().map(ClientView::id).toList();
      print(desk.releasing().standing(Folders.ME, clients), json);
    }
    return ExitCodes.FINE;
  }

  @Command(
      description = "De-identifies all of a client's sessions; what people decided before stays.",
      mixinStandardHelpOptions = true)
  int draft(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.") String client,
      @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException {
    try (Desk desk = folders.open()) {
      String id = Whom.find(desk, client).id();
      desk.releasing().draft(Folders.ME, id);
      print(desk.releasing().standing(Folders.ME, List.of(id)), json);
    }
    return ExitCodes.FINE;
  }

  @Command(
      description = "Lets a reviewed session go to research, or says what is missing.",
      mixinStandardHelpOptions = true)
  int go(
      @Mixin Folders folders,
      @Parameters(paramLabel = "SESSION", description = "Id.") String session,
      @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException {
    try (Desk desk = folders.open()) {
      desk.releasing().release(Folders.ME, session);
      print(List.of(desk.releasing().standing(Folders.ME, session)), json);
    }
    return ExitCodes.FINE;
  }

  @Command(
      description = "Takes a session back from research; it has to be reviewed again.",
      mixinStandardHelpOptions = true)
  int recall(
      @Mixin Folders folders,
      @Parameters(paramLabel = "SESSION", description = "Id.") String session,
      @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException {
    try (Desk desk = folders.open()) {
      desk.releasing().recall(Folders.ME, session);
      print(List.of(desk.releasing().standing(Folders.ME, session)), json);
    }
    return ExitCodes.FINE;
  }

  private void print(List<ReleaseView> sessions, boolean json) {
    Output out = Output.of(spec);
    if (json) {
      out.json(Page.whole(sessions));
      return;
    }
    for (ReleaseView one : sessions) {
      out.line(
          "%s  %s, session %d of %s: %s%s, %d to decide, %d of %d reviewers"
              .formatted(
                  one.session(),
                  one.pseudonym(),
                  one.number(),
                  one.date(),
                  one.state().replace('_', ' '),
                  one.current() || one.state().equals("undrafted") ? "" : " (out of date)",
                  one.waiting(),
                  one.approved(),
                  one.needed()));
    }
    if (sessions.isEmpty()) {
      out.line("No session of a client who consents to research.");
    }
  }
}
