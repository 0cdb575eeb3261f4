package org.throughline.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ProtocolFamily;
import java.net.Socket;
import java.net.SocketImpl;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.throughline.cli.Throughline;

/**
 * The program in a process of its own, in which whoever makes a socket to call out with is written
 * down and refused; or let go on, where it is told so. Arguments: the file for what was found, a
 * file of commands (one a line, split at tabs), a file for what the commands print.
 */
public final class Watched {

  private static final Path FOUND = Path.of(System.getProperty("watched.found", "found"));

  /** Whether channels are noted and made all the same. */
  private static final boolean LETS = Boolean.getBoolean("watched.lets");

  private Watched() {}

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    callOutThroughUs();
    if (arguments[0].equals("probe")) {
      probe();
      return;
    }
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    try (var out =
        new PrintWriter(
            Files.newBufferedWriter(Path.of(arguments[1]), StandardCharsets.UTF_8), true)) {
      for (String command : Files.readAllLines(Path.of(arguments[0]))) {
        int code = Throughline.run(out, err, command.split("\t", -1));
        out.println("EXIT " + code + " " + command.split("\t", -1)[0]);
      }
    }
    System.exit(0);
  }

  @SuppressWarnings("deprecation") // The one way to see sockets of the old kind being made.
  private static void callOutThroughUs() throws IOException {
    if (!LETS) {
      Socket.setSocketImplFactory(() -> refuse("socket"));
    }
  }

  /** Shows that the watch would see each kind. */
  private static void probe() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), 1)) {
      throw new AssertionError("a socket was made: " + socket.isBound());
    } catch (IOException | IllegalStateException expected) {
      // It is in the file now.
    }
    try (var channel = SocketChannel.open()) {
      throw new AssertionError("a channel was made: " + channel.isOpen());
    } catch (IOException | IllegalStateException expected) {
      // It is in the file now.
    }
    try (var channel = DatagramChannel.open()) {
      throw new AssertionError("a datagram channel was made: " + channel.isOpen());
    } catch (IOException | IllegalStateException expected) {
      // It is in the file now.
    }
  }

  private static SocketImpl refuse(String what) {
    note(what);
    throw new IllegalStateException("nothing may call out: " + what);
  }

  private static void note(String what) {
    try {
      Files.writeString(
          FOUND,
          what + " at " + new Throwable().getStackTrace()[2] + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sockets of the newer kind; what listens, and what it accepts, is made as ever. */
  public static final class Provider extends SelectorProvider {

    private final SelectorProvider usual;

    public Provider() throws ReflectiveOperationException {
      this.usual =
          (SelectorProvider)
              Class.forName("sun.nio.ch.DefaultSelectorProvider").getMethod("get").invoke(null);
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
      if (!LETS) {
        refuse("channel");
      }
      note("channel");
      return usual.openSocketChannel();
    }

    @Override
    public SocketChannel openSocketChannel(ProtocolFamily family) {
      refuse("channel");
      throw new IllegalStateException();
    }

    @Override
    public DatagramChannel openDatagramChannel() {
      refuse("datagrams");
      throw new IllegalStateException();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) {
      refuse("datagrams");
      throw new IllegalStateException();
    }

    @Override
    public Pipe openPipe() throws IOException {
      return usual.openPipe();
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
      return usual.openSelector();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
      return usual.openServerSocketChannel();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel(ProtocolFamily family) throws IOException {
      return usual.openServerSocketChannel(family);
    }
  }
}
