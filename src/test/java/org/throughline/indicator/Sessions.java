package org.throughline.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.coding.Attributes;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.Coding;
import org.throughline.coding.Evidence;
import org.throughline.coding.Rater;
import org.throughline.coding.TurnFacts;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;

/**
 * Sessions for tests, written as they read.
 *
 * <p>{@code "CLIENT past=3: I [decided]{agency.volitional} to go."}: the codings stand in brackets;
 * words are counted by blanks, every turn has as many self clauses as agency codings and at least
 * one clause.
 */
public final class Sessions {

  public static final LocalDate START = LocalDate.of(2026, 1, 5);

  private static final Pattern TURN =
      Pattern.compile("(CLIENT|THERAPIST|OTHER)(?: past=(\\d+))?: (.*)", Pattern.DOTALL);
  private static final Pattern CODED = Pattern.compile("\\[([^\\]]*)\\]\\{([^}]*)\\}");
  private static final Rater MACHINE = new Rater.Machine("test", "test 1.0.0", "00");

  private Sessions() {}

  public static SessionInput session(int number, String... turns) {
    return session(number, Setting.UNKNOWN, List.of(turns));
  }

  public static SessionInput session(int number, Setting setting, List<String> turns) {
    List<Turn> said = new ArrayList<>();
    List<TurnFacts> facts = new ArrayList<>();
    List<Coding> codings = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      Matcher line = TURN.matcher(turns.get(i));
      if (!line.matches()) {
        throw new IllegalArgumentException("turn " + i + " has no speaker");
      }
      Role role = Role.valueOf(line.group(1));
      int before = codings.size();
      String text = read(i, line.group(3), codings);
      said.add(new Turn(i, line.group(1), role, text, null, null));
      List<Coding> here = codings.subList(before, codings.size());
      int self = (int) here.stream().filter(c -> c.construct().equals("agency")).count();
      int past = line.group(2) == null ? 0 : Integer.parseInt(line.group(2));
      int words = text.isBlank() ? 0 : text.trim().split("\\s+", -1).length;
      facts.add(new TurnFacts(i, role, words, Math.max(1, Math.max(self, past)), self, past));
    }
    return new SessionInput(
        "s" + number,
        number,
        START.plusDays(7L * (number - 1)),
        SessionKind.SESSION,
        setting,
        new CodedTranscript(new Transcript(said), facts, codings),
        List.of());
  }

  private static String read(int turn, String marked, List<Coding> codings) {
    var text = new StringBuilder();
    Matcher coded = CODED.matcher(marked);
    int at = 0;
    while (coded.find()) {
      text.append(marked, at, coded.start());
      Span span = new Span(text.length(), text.length() + coded.group(1).length());
      text.append(coded.group(1));
      for (String code : List.of(coded.group(2).split(",", -1))) {
        codings.add(coding(code.trim(), turn, span, coded.group(1), Attributes.PLAIN));
      }
      at = coded.end();
    }
    return text.append(marked.substring(at)).toString();
  }

  public static Coding coding(
      String code, int turn, Span span, String quote, Attributes attributes) {
    return new Coding(
        code,
        turn,
        span,
        quote,
        attributes,
        new Evidence(code + "/test", List.of(span), "test"),
        0.8,
        MACHINE);
  }

  public static SessionInput decided(SessionInput session, Decision... decisions) {
    return new SessionInput(
        session.sessionId(),
        session.number(),
        session.date(),
        session.kind(),
        session.setting(),
        session.coded(),
        List.of(decisions));
  }

  /** A long session in which so many of forty valued clauses are acts, the rest undergone. */
  public static SessionInput agency(int number, int acts) {
    List<String> turns = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      turns.add("THERAPIST: Say more about that if you like.");
      turns.add(
          "CLIENT: "
              + (i < acts ? "[I called him]{agency.act}" : "[it happened to me]{agency.undergoer}")
              + " and then there was all the rest of it which took up the whole day as it does");
    }
    return session(number, Setting.UNKNOWN, turns);
  }

  /** A session drawn at random: two to forty turns with random codes. */
  public static SessionInput random(int number, long seed) {
    var random = new Random(seed);
    String[] codes = {
      "emotion.fear",
      "emotion.joy",
      "emotion.undifferentiated_neg",
      "agency.volitional",
      "agency.undergoer",
      "coherence.cause",
      "self.critical",
      "self.compassionate"
    };
    List<String> turns = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(39); i++) {
      var turn = new StringBuilder(random.nextInt(4) == 0 ? "THERAPIST: " : "CLIENT past=2: ");
      for (int j = 0; j < random.nextInt(30); j++) {
        turn.append(
            random.nextInt(6) == 0 ? "[w]{" + codes[random.nextInt(codes.length)] + "} " : "word ");
      }
      turns.add(turn.append('.').toString());
    }
    return session(number, Setting.UNKNOWN, turns);
  }
}
