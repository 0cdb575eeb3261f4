package org.throughline.cli;

import java.io.IOException;
import java.util.List;
import org.throughline.desk.Desk;
import org.throughline.desk.Learning;
import org.throughline.desk.view.ModelView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "learn",
    description = {
      "Learns coders from what people decided, code by code, from clients who agreed to",
      "model_training. A model is off until somebody who has read its card switches it on."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(code | cards | on | off | verify | suggest)")
final class Learn {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      description = "Learns one code as its next version, and prints the card.",
      mixinStandardHelpOptions = true)
  int code(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CODE", description = "Such as emotion.fear.") String code,
      @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException {
    try (Desk desk = folders.open()) {
      return switch (desk.learning().learn(Folders.ME, code)) {
        case Learning.Outcome.Learned learned -> {
          print(List.of(learned.model()), json);
          yield ExitCodes.FINE;
        }
        case Learning.Outcome.TooLittle little -> {
          Output.of(spec).line("Nothing was learned: " + little.because() + ".");
          yield ExitCodes.PROBLEMS_FOUND;
        }
      };
    }
  }

  @Command(
      description = "Prints the cards of all models, those that are gone among them.",
      mixinStandardHelpOptions = true)
  int cards(
      @Mixin Folders folders, @Option(names = "--json", description = "For programs.") boolean json)
      throws IOException {
    try (Desk desk = folders.open()) {
      print(desk.learning().all(), json);
    }
    return ExitCodes.FINE;
  }

  @Command(
      description = "Switches a code's newest model on: from now on it suggests.",
      mixinStandardHelpOptions = true)
  int on(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CODE") String code,
      @Parameters(paramLabel = "VERSION", description = "Whose card you have read.") int version)
      throws IOException {
    return switchTo(folders, code, version, true);
  }

  @Command(
      description = "Switches it off; what it suggested and nobody has judged goes.",
      mixinStandardHelpOptions = true)
  int off(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CODE") String code,
      @Parameters(paramLabel = "VERSION") int version)
      throws IOException {
    return switchTo(folders, code, version, false);
  }

  private int switchTo(Folders folders, String code, int version, boolean on) throws IOException {
    try (Desk desk = folders.open()) {
      print(List.of(desk.learning().switchTo(Folders.ME, code, version, on)), false);
    }
    return ExitCodes.FINE;
  }

  @Command(
      description = "Learns a model again from the very same sentences and compares.",
      mixinStandardHelpOptions = true)
  int verify(@Mixin Folders folders, @Parameters(paramLabel = "CODE") String code)
      throws IOException {
    try (Desk desk = folders.open()) {
      Learning.Check check = desk.learning().verify(Folders.ME, code);
      Output.of(spec)
          .line(
              "%d of %d sentences are still there; learned again, the model is %s."
                  .formatted(
                      check.there(), check.lessons(), check.same() ? "the same" : "another"));
      return check.same() ? ExitCodes.FINE : ExitCodes.PROBLEMS_FOUND;
    }
  }

  @Command(
      description = "Looks through a client's record with the models that are on.",
      mixinStandardHelpOptions = true)
  int suggest(
      @Mixin Folders folders,
      @Parameters(paramLabel = "CLIENT", description = "Pseudonym or id.") String client)
      throws IOException {
    try (Desk desk = folders.open()) {
      Learning.Looked looked = desk.learning().look(Folders.ME, Whom.find(desk, client).id());
      Output.of(spec)
          .line(
              "%d suggestions of models wait for somebody in %d sessions and check-ins."
                  .formatted(looked.suggested(), looked.entries()));
    }
    return ExitCodes.FINE;
  }

  private void print(List<ModelView> models, boolean json) {
    Output out = Output.of(spec);
    if (json) {
      out.json(models);
      return;
    }
    for (ModelView model : models) {
      out.line(
          "%s  version %d  %s%s"
              .formatted(
                  model.code(),
                  model.version(),
                  model.state(),
                  model.because() == null ? "" : " (" + model.because() + ")"));
      out.line("  " + model.says());
      out.line("  " + model.hash());
    }
  }
}
