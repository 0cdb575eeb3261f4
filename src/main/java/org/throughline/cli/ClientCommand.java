package org.throughline.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.throughline.desk.Desk;
import org.throughline.desk.view.ClientView;
import org.throughline.desk.view.MissedView;
import org.throughline.desk.view.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "client",
    description = "Enters and lists clients.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(add | list | missed)")
final class ClientCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(description = "Enters a client under a pseudonym.", mixinStandardHelpOptions = true)
  int add(
      @Mixin Folders folders,
      @Parameters(paramLabel = "PSEUDONYM", description = "Never a real name.") String pseudonym,
      @Option(
              names = "--problem",
              paramLabel = "WORDS",
              description = "What treatment is about, in the client's words; repeatable.")
          List<String> problems,
      @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException {
    try (Desk desk = folders.open()) {
      ClientView client =
          desk.addClient(Folders.ME, pseudonym, problems == null ? List.of() : problems, null);
      print(client, json);
    }
    return ExitCodes.FINE;
  }

  @Command(description = "Lists the caseload.", mixinStandardHelpOptions = true)
  int list(
      @Mixin Folders folders, @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException {
    try (Desk desk = folders.open()) {
      List<ClientView> clients = desk.clients(Folders.ME);
      if (json) {
        Output.of(spec).json(Page.whole(clients));
      } else {
        clients.forEach(client -> print(client, false));
      }
    }
    return ExitCodes.FINE;
  }

  @Command(
      description = "Writes down that a session did not take place: a gap in the trajectory.",
      mixinStandardHelpOptions = true)
  int missed(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.") String client,
      @Parameters(paramLabel = "YYYY-MM-DD", description = "When it would have been.")
          LocalDate date,
      @Option(names = "--reason", paramLabel = "WORDS", defaultValue = "") String reason,
      @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException {
    try (Desk desk = folders.open()) {
      MissedView kept =
          desk.addMissed(Folders.ME, Whom.find(desk, client).id(), date, reason.strip(), null);
      if (json) {
        Output.of(spec).json(kept);
      } else {
        Output.of(spec).line("The session of " + kept.date() + " is down as missed.");
      }
    }
    return ExitCodes.FINE;
  }

  private void print(ClientView client, boolean json) {
    Output out = Output.of(spec);
    if (json) {
      out.json(client);
    } else {
      out.line(
          "%s  %s  %d sessions, %d check-ins, consents: %s"
              .formatted(
                  client.id(),
                  client.pseudonym(),
                  client.sessions(),
                  client.checkIns(),
                  client.consents().isEmpty() ? "none" : String.join(", ", client.consents())));
    }
  }
}
