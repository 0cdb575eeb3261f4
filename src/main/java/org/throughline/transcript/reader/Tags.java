package org.throughline.transcript.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.throughline.transcript.Span;
import org.throughline.transcript.source.WordList;

/**
 * Remarks that a transcriber or a recogniser puts between the words: {@code [inaudible 00:01:02]},
 * {@code (pause)}, {@code *laughs*}.
 *
 * <p>Only remarks made up of the words below count. Other brackets stay: they may hold what
 * somebody said, or a name that was taken out ({@code [NAME]}), and a quote without it would be
 * changed.
 */
final class Tags {

  private static final int LONGEST = 60;
  private static final int LONGEST_COMMENT = 300;

  /** What a supervisor or transcriber wrote between the words. */
  private static final Pattern COMMENT =
      Pattern.compile(
          "(comment(ed|ary)?|supervisor|supervision|sv|transcriber|transcriptionist|editor|note|kommentar|anm\\.?)"
              + "\\b[^:\\n]{0,30}:",
          Pattern.CASE_INSENSITIVE);

  /** Words that make a bracket a remark. */
  private static final Set<String> REMARKS =
      WordList.of(
          """
          inaudible, unintelligible, indiscernible, unclear, crosstalk, cross-talk, overtalk,
          overlapping, pause, pauses, pausing, silence, silent, laugh, laughs, laughing,
          laughter, chuckle, chuckles, chuckling, giggles, sigh, sighs, sighing, crying, cries,
          sobs, sobbing, weeping, tearful, sniff, sniffs, sniffles, sniffling, cough, coughs,
          coughing, breathes, exhales, inhales, yawns, music, applause, noise, static, beep,
          blank_audio, no_speech, nods, nodding, shrugs, gasps, groans, clears, gap""");

  /** Words that may stand beside them. */
  private static final Set<String> COMPANIONS =
      WordList.of(
          """
          long, short, brief, background, speech, talk, talking, conversation, speaking,
          speakers, simultaneous, simultaneously, both, laugh, softly, quietly, loudly,
          nervously, nervous, deeply, deep, heavily, heavy, throat, nose, head, audio, seconds,
          second, secs, sec, s, in, the, of, at, and, phonetic, word, words, phrase, name,
          cross, over, voice, voices, breath, client, therapist, together""");

  private Tags() {}

  /** The remarks in a text, in order. */
  static List<Span> in(CharSequence text) {
    List<Span> found = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char close = closing(text.charAt(i));
      int end = close == 0 ? -1 : find(text, close, i + 1);
      if (end > i + 1 && isRemark(text.subSequence(i + 1, end).toString(), close)) {
        found.add(new Span(i, end + 1));
        i = end + 1;
      } else {
        i++;
      }
    }
    return found;
  }

  private static char closing(char open) {
    return switch (open) {
      case '[' -> ']';
      case '(' -> ')';
      case '*' -> '*';
      case '<' -> '>';
      case '{' -> '}';
      case '［' -> '］';
      case '（' -> '）';
      default -> 0;
    };
  }

  private static int find(CharSequence text, char close, int from) {
    int end = Math.min(text.length(), from + LONGEST_COMMENT);
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == close) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isRemark(String inside, char close) {
    String trimmed = inside.strip();
    if (COMMENT.matcher(trimmed).lookingAt()) {
      return true;
    }
    if (inside.length() > LONGEST || close == '}') {
      return false;
    }
    boolean time = Clock.isTime(trimmed);
    if (close == ')' && time && trimmed.indexOf(':') != trimmed.lastIndexOf(':')) {
      return true;
    }
    if (close == ']' && (time || trimmed.matches("\\?+|…|_+"))) {
      return close == ']' && !trimmed.startsWith("_");
    }
    boolean remark = false;
    for (String word : trimmed.toLowerCase(Locale.ROOT).split("[\\s,;/]+", -1)) {
      String bare = word.replaceAll("^[^\\p{L}\\d]+|[^\\p{L}\\d]+$", "");
      if (REMARKS.contains(bare)) {
        remark = true;
      } else if (!bare.isEmpty() && !COMPANIONS.contains(bare) && !bare.matches("[\\d:.\\-–]+s?")) {
        return false;
      }
    }
    return remark || trimmed.toLowerCase(Locale.ROOT).equals("cross talk");
  }
}
