package org.throughline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.throughline.desk.Desk;
import org.throughline.desk.DeskSettings;
import org.throughline.desk.SampleStaff;
import org.throughline.desk.Samples;
import org.throughline.desk.view.ClientView;
import org.throughline.web.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    description = {
      "Imports three invented clients into a fresh folder, prints their trajectories,",
      "and serves the page and the API until stopped."
    },
    mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {

  /** Only a folder with this file in it is ever wiped. */
  private static final String OURS = "throughline-demo";

  @Option(names = "--no-serve", description = "Stop after printing.")
  private boolean noServe;

  @Option(
      names = "--port",
      defaultValue = "" + Serve.PORT,
      description = "TCP port (default: 8420).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the demo, made afresh (default: data/demo beside the launcher).")
  private Path data = Folders.home().resolve("data").resolve("demo");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Samples samples = Samples.read(Folders.home().resolve("sample-transcripts"));
    Output out = Output.of(spec);
    fresh(data);
    try (Desk desk = open()) {
      List<ClientView> clients;
      try (Progress progress = Progress.of(spec)) {
        clients = samples.enter(desk, Folders.ME, progress::step);
        progress.step("Letting the quote index catch up");
        desk.settle();
      }
      for (ClientView client : clients) {
        out.line(Summary.of(client, desk.course(Folders.ME, client.id())));
      }
      List<SampleStaff.SampleAccount> staff = SampleStaff.enter(desk.house(), clients);
      out.line("All of it, figure by figure: throughline trajectory CLIENT --data " + practice());
      out.line("Log in on the page as one of these, without a second factor (this is a demo):");
      for (SampleStaff.SampleAccount account : staff) {
        out.line("  %-6s %s  %s".formatted(account.name(), account.password(), account.what()));
      }
      return noServe
          ? ExitCodes.FINE
          : Serve.untilStopped(desk, ServerSettings.demo(port), List.of(), out);
    }
  }

  private Desk open() throws IOException {
    try (Progress progress = Progress.of(spec)) {
      progress.step("Loading the language models");
      return Desk.open(new DeskSettings(practice(), Folders.home().resolve("codebooks")));
    }
  }

  private Path practice() {
    return data.resolve("practice");
  }

  /** Empties a folder that an earlier demo made; refuses any other that holds something. */
  private static void fresh(Path folder) throws IOException {
    if (Files.exists(folder)) {
      boolean empty;
      try (Stream<Path> inside = Files.list(folder)) {
        empty = inside.findAny().isEmpty();
      }
      if (!empty && !Files.exists(folder.resolve(OURS))) {
        throw new InputException(
            folder + " holds something that no demo made. Choose another folder with --data.");
      }
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(OURS), "Made by throughline demo, which may wipe it.\n");
  }
}
