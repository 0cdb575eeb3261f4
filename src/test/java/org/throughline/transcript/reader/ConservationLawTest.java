package org.throughline.transcript.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * However a file is damaged, reading it never fails in an unforeseen way, and no character goes
 * unaccounted for: damage is what real files have.
 *
 * <p>The seed is printed with a failure; {@code -Dseed=…} runs one again.
 */
class ConservationLawTest {

  private static final int ROUNDS = Integer.getInteger("rounds", 60);

  @Test
  void holdsForDamagedFiles() throws IOException {
    long first = Long.getLong("seed", System.nanoTime());
    List<Path> specimens = SpecimensTest.specimens();
    for (Path specimen : specimens) {
      byte[] bytes = Reading.bytes(specimen);
      for (int round = 0; round < ROUNDS; round++) {
        long seed = first + round;
        byte[] damaged = damaged(bytes, new Random(seed), specimens);
        boolean docx = specimen.toString().endsWith(".docx.xml");
        ReadingLaws.hold(
            docx ? Specimen.docx(new String(damaged, StandardCharsets.UTF_8)) : damaged,
            "seed " + seed + " on " + specimen.getFileName());
      }
    }
  }

  private static byte[] damaged(byte[] bytes, Random random, List<Path> specimens) {
    byte[] damaged = bytes.clone();
    int blows = 1 + random.nextInt(4);
    for (int i = 0; i < blows && damaged.length > 2; i++) {
      int at = random.nextInt(damaged.length);
      int length = Math.min(damaged.length - at, 1 + random.nextInt(40));
      switch (random.nextInt(7)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1 -> damaged = without(damaged, at, length);
        case 2 -> damaged = with(damaged, at, Arrays.copyOfRange(damaged, at, at + length));
        case 3 -> damaged = Arrays.copyOf(damaged, at);
        case 4 ->
            damaged =
                with(
                    damaged,
                    at,
                    "\r\n\n".substring(random.nextInt(3)).getBytes(StandardCharsets.UTF_8));
        case 5 -> damaged = with(damaged, at, tokens(random));
        default -> {
          byte[] other = Reading.bytes(specimens.get(random.nextInt(specimens.size())));
          int from = random.nextInt(other.length);
          damaged =
              with(damaged, at, Arrays.copyOfRange(other, from, Math.min(other.length, from + 60)));
        }
      }
    }
    return damaged;
  }

  private static byte[] tokens(Random random) {
    String[] tokens = {
      "<v ",
      "</v>",
      "-->",
      "[",
      "]",
      "&amp;",
      "&#128578;",
      "&#x41;",
      "&nbsp;",
      "\u0015",
      "#00:00:01-2#",
      "T: ",
      "C:",
      "\t",
      "\"",
      "[inaudible 00:01]",
      "(pause)",
      "NOTE x\n",
      "WEBVTT",
      "0:04",
      "Summary\n",
      "\uFEFF",
      ";",
      "\f",
      "*",
      "<",
      ">",
      ">> ",
      "00:00:01.000 --> 00:00:02.000\n",
      "{",
      "\\",
      "Page 3\n",
      "é"
    };
    return tokens[random.nextInt(tokens.length)].getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] without(byte[] bytes, int at, int length) {
    byte[] rest = new byte[bytes.length - length];
    System.arraycopy(bytes, 0, rest, 0, at);
    System.arraycopy(bytes, at + length, rest, at, rest.length - at);
    return rest;
  }

  private static byte[] with(byte[] bytes, int at, byte[] more) {
    byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(bytes, at, all, at + more.length, bytes.length - at);
    System.arraycopy(more, 0, all, at, more.length);
    return all;
  }
}
