package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughline.deidentify.Word.Sort;

/**
 * Makes one list of disjoint spans out of everybody's findings. Nobody is outvoted: what one
 * recogniser is sure of is masked.
 */
final class Settling {

  private static final int LONGEST_GAP = 8;

  private Settling() {}

  static List<Finding> settle(Passage passage, List<Finding> findings) {
    List<Finding> sure = new ArrayList<>(findings.stream().filter(Finding::sure).toList());
    List<Finding> unsure = new ArrayList<>(findings.stream().filter(f -> !f.sure()).toList());
    List<Finding> settled = join(passage, union(sure));
    while (grow(passage, settled, unsure)) {
      settled = join(passage, union(settled));
    }
    for (Finding line : Blocks.find(passage, settled)) {
      (line.sure() ? settled : unsure).add(line);
    }
    settled = union(settled);
    for (Finding finding : union(unsure)) {
      if (settled.stream().noneMatch(other -> other.span().overlaps(finding.span()))) {
        settled.add(finding);
      }
    }
    settled.sort(Comparator.comparing(Finding::span));
    return settled;
  }

  private static List<Finding> union(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparing(Finding::span));
    List<Finding> out = new ArrayList<>();
    for (Finding next : sorted) {
      Finding last = out.isEmpty() ? null : out.getLast();
      if (last != null && last.span().overlaps(next.span())) {
        out.set(out.size() - 1, cover(last, next));
      } else {
        out.add(next);
      }
    }
    return out;
  }

  private static Finding cover(Finding a, Finding b) {
    Finding lead = weight(b) > weight(a) ? b : a;
    Evidence evidence = a.evidence().compareTo(b.evidence()) <= 0 ? a.evidence() : b.evidence();
    return new Finding(a.span().cover(b.span()), lead.kind(), evidence, a.sure() || b.sure());
  }

  /** Which of two kinds names the whole: forms over names, names over words nobody knows. */
  private static int weight(Finding finding) {
    int kind =
        switch (finding.kind()) {
          case EMAIL, URL, IP -> 9;
          case CARD, ACCOUNT, SSN, PASSPORT -> 8;
          case PHONE, DATE -> 7;
          case ADDRESS, HANDLE -> 6;
          case POSTCODE, ID, AGE -> 5;
          case ORGANISATION -> 4;
          case NAME -> 3;
          case PLACE, NATIONALITY -> 2;
          case UNKNOWN -> 0;
        };
    int card = finding.evidence() == Evidence.CARD ? 10 : 0;
    return kind + (kind == 0 ? 0 : card);
  }

  /** "Sara" and "Schwarz" are one name; so are the parts of "J. K. Oduya-Smith". */
  private static List<Finding> join(Passage passage, List<Finding> findings) {
    List<Finding> out = new ArrayList<>();
    for (Finding next : findings) {
      Finding last = out.isEmpty() ? null : out.getLast();
      if (last != null && belong(passage, last, next)) {
        out.set(out.size() - 1, cover(last, next));
      } else {
        out.add(next);
      }
    }
    return out;
  }

  private static boolean belong(Passage passage, Finding last, Finding next) {
    int gap = next.span().start() - last.span().end();
    if (gap > 3) {
      return false;
    }
    String between = passage.text().substring(last.span().end(), next.span().start());
    boolean close =
        between.equals(" ") || between.equals("-") || between.equals(". ") || between.equals(".");
    return close
        && isWordy(last.kind())
        && isWordy(next.kind())
        && matches(last.kind(), next.kind());
  }

  private static boolean isWordy(Kind kind) {
    return !kind.isCode() && kind != Kind.DATE && kind != Kind.AGE;
  }

  private static boolean matches(Kind a, Kind b) {
    boolean loose = a == Kind.UNKNOWN || b == Kind.UNKNOWN;
    return a == b
        || loose
        || (a == Kind.NAME && b == Kind.PLACE)
        || (a == Kind.PLACE && b == Kind.NAME);
  }

  /** Takes in the capitals and numbers that stand right beside what is masked. */
  private static boolean grow(Passage passage, List<Finding> settled, List<Finding> unsure) {
    boolean grown = false;
    for (Finding finding : List.copyOf(unsure)) {
      boolean beside =
          finding.kind() != Kind.AGE
              && finding.evidence() == Evidence.NOT_SAFE
              && settled.stream().anyMatch(other -> isBeside(passage, other, finding));
      if (beside) {
        unsure.remove(finding);
        settled.add(Finding.sure(finding.span(), finding.kind(), finding.evidence()));
        grown = true;
      }
    }
    grown |= Bridges.build(passage, settled);
    for (int i = 0; i < passage.size(); i++) {
      Word word = passage.word(i);
      boolean number = word.sort() == Sort.DIGITS || word.sort() == Sort.MIXED;
      boolean region = isRegion(passage, i);
      if ((number || region) && isFree(word, settled) && isInAddress(passage, word, settled)) {
        settled.add(Finding.sure(word.span(), Kind.ADDRESS, Evidence.FORM));
        grown = true;
      }
    }
    settled.sort(Comparator.comparing(Finding::span));
    return grown;
  }

  private static boolean isBeside(Passage passage, Finding masked, Finding capital) {
    int after = capital.span().start() - masked.span().end();
    int before = masked.span().start() - capital.span().end();
    boolean wordy = isWordy(masked.kind());
    boolean touches = (after >= 0 && after <= 1) || (before >= 0 && before <= 1);
    boolean capitalised = Character.isUpperCase(passage.text().codePointAt(masked.span().start()));
    return wordy && touches && capitalised;
  }

  /** "CO", "Apt.", "Suite": parts of an address. */
  private static boolean isRegion(Passage passage, int at) {
    Word word = passage.word(at);
    String surface = passage.surface(word);
    boolean short_ =
        surface.length() == 2
            && surface.equals(surface.toUpperCase(java.util.Locale.ROOT))
            && word.isLetters();
    boolean part =
        word.capital()
            && java.util.Set.of("apt", "suite", "unit", "flat", "box", "floor", "apartment")
                .contains(word.folded());
    return short_ || part;
  }

  private static boolean isFree(Word word, List<Finding> settled) {
    return settled.stream().noneMatch(other -> other.span().overlaps(word.span()));
  }

  private static boolean isInAddress(Passage passage, Word word, List<Finding> settled) {
    for (Finding other : settled) {
      boolean placed =
          other.kind() == Kind.ADDRESS
              || other.kind() == Kind.PLACE
              || other.kind() == Kind.POSTCODE
              || ((other.kind() == Kind.UNKNOWN || other.kind() == Kind.NAME)
                  && Character.isUpperCase(passage.text().codePointAt(other.span().start())));
      int start = Math.min(other.span().end(), word.end());
      int end = Math.max(other.span().start(), word.start());
      if (!placed || end < start || end - start > LONGEST_GAP) {
        continue;
      }
      String between = passage.text().substring(start, end);
      boolean open =
          between
              .chars()
              .allMatch(
                  c -> Character.isWhitespace(c) || c == ',' || c == '.' || c == '-' || c == '#');
      boolean same = between.indexOf(". ") < 0 || other.kind() == Kind.ADDRESS;
      if (open && same) {
        return true;
      }
    }
    return false;
  }
}
