package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names of speakers and files: no sentence helps, so whatever is not known to be harmless goes. */
final class Labels implements Recogniser {

  private static final Set<String> ROLES =
      WordLists.words(
          """
          therapist client counselor counsellor clinician patient interviewer interviewee speaker
          speakers participant facilitator supervisor trainee psychologist psychiatrist partner
          mother father wife husband spouse interpreter unknown unidentified other male female
          voice t c p i s q a th cl pt person user guest host narrator both all the my your and
          child parent group member leader observer dr
          """);

  /** Endings of file names, and what recorders write into them. */
  private static final Set<String> ENDINGS =
      WordLists.words(
          """
          vtt srt txt docx doc pdf rtf odt md csv xlsx json html m4a mp3 mp4 wav ogg flac webm cha eaf
          gmt utc edt est pst otter zoom teams transcript transcribed v
          """);

  private final Lexicon lexicon;

  Labels(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** "session3", "m4a", "part12": a harmless word with a small number. */
  private boolean isNumbered(String word) {
    String letters = word.replaceAll("\\d{1,2}$", "");
    return ENDINGS.contains(word) || (letters.length() > 2 && lexicon.rate(letters) == Rating.SAFE);
  }

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (Word word : passage.words()) {
      boolean harmless =
          switch (word.sort()) {
            case LETTERS ->
                ROLES.contains(word.folded())
                    || (passage.kind() == TextKind.FILE && ENDINGS.contains(word.folded()))
                    || (passage.kind() == TextKind.FILE
                        && lexicon.rate(word.folded()) == Rating.SAFE
                        && !Dates.MONTHS.containsKey(word.folded()));
            case DIGITS, MIXED -> word.end() - word.start() <= 3 || isNumbered(word.folded());
            case TAIL, MARK -> true;
          };
      if (!harmless) {
        boolean letters = word.isLetters();
        Kind kind =
            !letters ? Kind.ID : Dates.MONTHS.containsKey(word.folded()) ? Kind.DATE : Kind.NAME;
        found.add(Finding.sure(word.span(), kind, Evidence.NOT_SAFE));
      }
    }
    return found;
  }
}
