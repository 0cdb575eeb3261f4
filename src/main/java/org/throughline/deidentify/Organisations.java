package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "riverside elementary", "at sunrise bakery", "Oakwood Community College", "Fernandez Inc.". */
final class Organisations implements Recogniser {

  private static final Set<String> HEADS =
      WordLists.words(
          """
          school elementary college university hospital clinic church academy daycare nursery
          bakery diner cafe dental pharmacy logistics consulting insurance bank motors
          construction institute chapel temple mosque synagogue cathedral parish orchestra
          foundation library hotel inn restaurant grill bistro brewery salon gym fitness plumbing
          electric associates partners industries systems solutions technologies group holdings
          bros brothers foods market supermarket steel mills hospice preschool kindergarten
          seminary pizza pub arms fc united rovers high primary secondary prep tech med medical
          airlines media publishing labs pharmaceuticals home housing services store stores energy capital manor care center centre
          club
          """);
  private static final Set<String> MARKS =
      WordLists.words(
          """
          inc ltd llc plc gmbh corp co sons limited incorporated corporation company llp
          """);
  private static final Set<String> COMMON =
      WordLists.words(
          """
          high middle elementary primary secondary grade public private nursing med medical law
          grad graduate business art summer sunday boarding night trade community local state old
          new same different whole mental health care support day special after of the a an my his
          her our their your this that any every some another other no junior senior beauty
          driving dental eye walk-in urgent pain methadone sleep free general psychiatric catholic
          christian baptist religious charter magnet home wrong right good bad big small little
          best last first second third next great nice it in at to for from with and or but is was
          i so into start started finish finished quit left leave through during before since
          about like going go went be been being regular normal culinary vet film music drama
          theater online technical vocational women's children's men's peer social focus study
          book therapy youth age play church school work family foster child self intensive self-
          skin hair pet elder who don't not really you we they he she get take much one two four
          three feel felt very too super pretty as up out off all life car renters bluetooth
          savings food blood sperm piggy farmers flea stock job housing labor comedy strip chess
          glee fan detention call city town shopping rehab treatment crisis recovery wellness
          fitness learning tennis country what how when where if because now then still just even
          only always never hospice palliative respite aged taking took taken me him them us
          nearby nearest hate love hated loved outside inside near around than skip skipping
          skipped miss missed attend attending attended by on per there here sky more most mass
          main steam solar green negative positive nervous human venture immune
          """);
  private static final Set<String> LEADS =
      WordLists.words(
          """
          at to for from with in near called joined left attend attended attending the by of
          outside quit through
          """);

  private final Lexicon lexicon;

  /** Whether the word ends the name of an organisation: "school", "bakery", "insurance". */
  static boolean isHead(String word) {
    return HEADS.contains(word);
  }

  Organisations(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public List<Finding> find(Passage passage) {
    List<Finding> found = new ArrayList<>();
    for (int i = 1; i < passage.size(); i++) {
      String word = passage.folded(i);
      if (MARKS.contains(word) && passage.isCapitalised(i)) {
        int first = properBefore(passage, i);
        if (first < i) {
          found.add(Finding.sure(passage.span(first, i + 1), Kind.ORGANISATION, Evidence.FRAME));
        }
      } else if (HEADS.contains(word)) {
        headed(passage, i, found);
      }
      if (word.equals("of")
          && Set.of("university", "college", "bank", "church", "institute")
              .contains(passage.folded(i - 1))) {
        of(passage, i, found);
      }
    }
    return found;
  }

  private int properBefore(Passage passage, int at) {
    int first = at;
    while (first > 0
        && (passage.isCapitalised(first - 1)
            || Set.of("-", "&", ",", "and").contains(passage.folded(first - 1)))
        && at - first < 6) {
      first--;
    }
    while (first < at && passage.word(first).isMark()) {
      first++;
    }
    return first;
  }

  private void headed(Passage passage, int head, List<Finding> found) {
    int first = head;
    int proper = 0;
    boolean unlisted = false;
    while (first > 0 && head - first < 5) {
      Word before = passage.word(first - 1);
      boolean possessive = before.sort() == Word.Sort.TAIL && first - 2 >= 0;
      if (!before.isLetters() && !possessive) {
        break;
      }
      boolean capital = passage.isCapitalised(first - 1) && !before.opens();
      boolean ordinary = COMMON.contains(before.folded()) && !capital;
      if (ordinary && !isInnerCommon(before.folded(), head - first)) {
        break;
      }
      first--;
      proper += capital ? 1 : 0;
      unlisted |=
          before.isLetters()
              && (!lexicon.rate(before.folded()).isSafe() || lexicon.isHomograph(before.folded()));
    }
    while (first < head && COMMON.contains(passage.folded(first)) && !passage.isProper(first)) {
      first++;
    }
    if (first == head) {
      return;
    }
    boolean led =
        LEADS.contains(passage.folded(first - 1)) && !passage.folded(first - 1).equals("the");
    boolean headProper = passage.isProper(head);
    boolean house =
        passage.word(head).is("home")
            && Set.of("care", "nursing", "retirement", "funeral")
                .contains(passage.folded(head - 1));
    boolean known =
        house || (passage.folded(head).length() > 3 && !isLooseHead(passage.folded(head)));
    if ((headProper && proper > 0) || (known && led && head - first <= 3) || (unlisted && led)) {
      found.add(Finding.sure(passage.span(first, head + 1), Kind.ORGANISATION, Evidence.FRAME));
    }
  }

  private static boolean isInnerCommon(String word, int distance) {
    return distance == 0
        && Set.of(
                "high",
                "middle",
                "elementary",
                "primary",
                "secondary",
                "grade",
                "community",
                "state",
                "medical",
                "care",
                "nursing",
                "retirement",
                "funeral",
                "dental",
                "general",
                "catholic",
                "baptist",
                "christian",
                "city")
            .contains(word);
  }

  private static boolean isLooseHead(String head) {
    return Set.of(
            "high",
            "care",
            "group",
            "market",
            "club",
            "center",
            "centre",
            "medical",
            "primary",
            "secondary",
            "systems",
            "partners",
            "brothers",
            "united",
            "arms",
            "media",
            "energy",
            "capital",
            "temple",
            "parish",
            "steel",
            "solutions",
            "electric",
            "fitness",
            "prep",
            "tech",
            "technologies",
            "pizza",
            "foods",
            "mills",
            "manor",
            "home",
            "services",
            "stores",
            "store",
            "inn")
        .contains(head);
  }

  private void of(Passage passage, int at, List<Finding> found) {
    int end = at + 1;
    while (end < passage.size() && end - at <= 4 && passage.word(end).isLetters()) {
      String word = passage.folded(end);
      boolean name =
          passage.isProper(end)
              || !lexicon.rate(word).isSafe()
              || lexicon.isPlaceHomograph(word)
              || (end == at + 1
                  && Set.of(
                          "southern",
                          "northern",
                          "western",
                          "eastern",
                          "central",
                          "the",
                          "england",
                          "our")
                      .contains(word)
                  && !word.equals("the"));
      if (!name) {
        break;
      }
      end++;
    }
    if (end > at + 1) {
      found.add(Finding.sure(passage.span(at - 1, end), Kind.ORGANISATION, Evidence.FRAME));
    }
  }
}
