package org.throughline.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.throughline.desk.Desk;
import org.throughline.desk.view.ConsentView;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "consent",
    description = "Writes down a client's answer; taking consent back is the answer \"refused\".",
    mixinStandardHelpOptions = true)
final class Consent implements Callable<Integer> {

  @Mixin private Folders folders = new Folders();

  @Parameters(index = "0", paramLabel = "CLIENT", description = "Pseudonym or id.")
  private String client = "";

  @Parameters(
      index = "1",
      paramLabel = "SCOPE",
      description =
          "treatment_analysis, supervision, research, quote_verbatim, external_export or"
              + " model_training.")
  private String scope = "";

  @Parameters(index = "2", paramLabel = "ANSWER", description = "granted or refused.")
  private NewConsent.Answer answer = NewConsent.Answer.REFUSED;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Instant now = Instant.now();
    NewConsent given =
        answer == NewConsent.Answer.GRANTED ? NewConsent.granted(now) : NewConsent.refused(now);
    try (Desk desk = folders.open()) {
      ConsentView written =
          desk.recordConsent(Folders.ME, Whom.find(desk, client).id(), Scope.of(scope), given);
      if (json) {
        Output.of(spec).json(written);
      } else {
        Output.of(spec)
            .line(
                "%s: %s, from %s (version %d)"
                    .formatted(
                        written.scope(), written.decision(), written.from(), written.version()));
      }
    }
    return ExitCodes.FINE;
  }
}
