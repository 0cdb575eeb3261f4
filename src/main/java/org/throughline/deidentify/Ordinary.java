package org.throughline.deidentify;

import java.util.Set;

/**
 * Whether a word that may be a name is used as an ordinary word here, by the words around it: "I
 * will go", "a rose", "no hope", "in march".
 */
final class Ordinary {

  private static final Set<String> DETERMINERS =
      WordLists.words(
          """
          the a an this that these those some any no every each more much such what which another
          little enough less many own all most good bad big new old real great false first last
          only so too very really pretty quite my your his her our their its lose lost losing give
          gave giving have had has of bring brings full
          """);
  private static final Set<String> SUBJECTS =
      WordLists.words(
          """
          i you he she it we they that this there who which what nobody everybody everyone someone
          anyone people things one nothing something everything kids parents and or it's thing
          """);
  private static final Set<String> MODALS = Set.of("will", "may", "can", "might", "would");
  private static final Set<String> AFTER_MODAL =
      WordLists.words(
          """
          be not have never always probably just also still ever get go do make take come see say
          feel want need try find work help happen look think know tell give let keep leave start
          end stop i you he she it we they there that this the my your only actually eventually
          definitely n't die hurt change call talk love hate stay become continue even all them
          power seem sound turn lose fall run bring put ask understand believe agree judge notice
          miss pay last pass listen
          """);
  private static final Set<String> VERBS =
      WordLists.words(
          """
          hope mark rob sue drew rose chase grant frank pat skip may will wade love miss chuck
          trust bless cherish judge faith nick stew ward foster marry cook hunt reading read jack
          chance page bill ring brook ram bend stone rock park lean press train guess harm price
          rush walk race cross pace tug fry dash storm
          """);
  private static final Set<String> VERB_LEADS =
      WordLists.words(
          """
          to i we you they he she it n't don't dont can could would should might must never always
          just do does did not really only gonna wanna also let's i'd i'll and who didn't can't
          won't cannot doesn't please still then
          """);
  private static final Set<String> AFTER_VERB =
      WordLists.words(
          """
          that to so for my the it this a an not i he she you we they his her their your our him
          me them us up someone somebody people off out down something everything there around on
          over after about each with away from through
          """);
  private static final Set<String> COMPOUND_AFTER =
      WordLists.words(
          """
          of tree trees garden bush light water coffee flowers flower bucket card cards room store
          shop and or
          """);

  private Ordinary() {}

  static boolean use(Passage passage, int at) {
    String word = passage.folded(at);
    String before = passage.folded(at - 1);
    String after = passage.folded(at + 1);
    if (MODALS.contains(word)) {
      return modal(before, after, passage.folded(at - 2));
    }
    if (before.equals("'s") || before.equals("s")) {
      return true;
    }
    if (DETERMINERS.contains(before)) {
      return true;
    }
    if (VERBS.contains(word) && VERB_LEADS.contains(before)) {
      boolean object = AFTER_VERB.contains(after) || after.isEmpty() || passage.at(at + 1) instanceof Word next && next.isMark();
      boolean subject = SUBJECTS.contains(before) && !before.equals("and");
      return subject || object;
    }
    if (VERBS.contains(word) && (word.equals("hope") || word.equals("drew") || word.equals("rose"))) {
      return AFTER_VERB.contains(after) && at == 0;
    }
    return after.equals("of") && !before.equals("to") && !before.equals("with");
  }

  private static boolean modal(String before, String after, String earlier) {
    if (DETERMINERS.contains(before) && !before.equals("all") && !isMine(before)) {
      return true;
    }
    if (before.equals("free") || before.equals("own")) {
      return true;
    }
    boolean subject = SUBJECTS.contains(before) && !before.equals("and");
    return subject || AFTER_MODAL.contains(after) || earlier.equals("and") && SUBJECTS.contains(before);
  }

  private static boolean isMine(String before) {
    return Set.of("my", "his", "her", "our", "their", "your").contains(before);
  }
}
