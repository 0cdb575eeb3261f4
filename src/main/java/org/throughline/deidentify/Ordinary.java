package org.throughline.deidentify;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a word that may be a name is used as an ordinary word here, by the words around it: "I
 * will go", "a rose", "no hope", "in march".
 */
final class Ordinary {

  private static final Set<String> DETERMINERS =
      WordLists.words(
          """
          the a an this that these those some any no every each more much such what which another
           enough less many own all most good bad big new  real great false first last
          only       my your his her our their its lose lost losing
           giving have had has of   full
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
          will may
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

  private static final Set<String> ADJECTIVES =
      WordLists.words(
          """
          frank rich sunny stormy misty rusty dusty sandy merry precious noble happy rocky gay rosy
          royal hardy golden sterling grey
          """);
  private static final Set<String> FEELINGS =
      WordLists.words("joy faith hope grace mercy patience charity prudence honor liberty justice");
  private static final Set<String> FEELING =
      WordLists.words(
          """
          felt feel feels feeling have had has having lost lose losing find found finding bring brings
          brought gave give gives giving need needs needed want wanted of without full pure show shows
          """);
  private static final Set<String> HOURS =
      Set.of("at", "before", "until", "till", "since", "by", "around", "from");
  private static final Set<String> BEFORE_ADJECTIVE =
      WordLists.words(
          """
          was is be being were are am been 'm 's 're i'm he's she's it's they're we're so very really
          too more pretty quite just not get got felt feel looks looked seem seems
          """);
  private static final Set<String> SAYING = Set.of("said", "says", "goes", "was", "told", "asked");
  private static final Set<String> PEOPLE =
      Stream.of(FrameLists.group("kin"), FrameLists.group("title"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> VERBISH =
      WordLists.words(
          """
          told asked saw met called and with to from for about like love loved hate miss that said is
          was when if because but then before after since until than or where who how guy girl woman
          man boy kid oldest youngest eldest middle kids boys girls firstborn baby named old thing time day way one little poor dear night house
          """);
  private static final Set<String> TOWARDS =
      WordLists.words(
          """
          talk talked talking talks speak spoke speaking listen listened listening went close married
          engaged next gave wrote lied said happened happens over text turned related attached lie
          apologized compared
          """);

  private Ordinary() {}

  /** Whether the word is a verb as often as a name: "hope", "mark", "sue". */
  static boolean isVerb(String word) {
    return VERBS.contains(word);
  }

  static boolean use(Passage passage, int at) {
    String word = passage.folded(at);
    String before = passage.folded(at - 1);
    String after = passage.folded(at + 1);
    if (MODALS.contains(word)) {
      return modal(before, after, passage.folded(at - 2), passage.folded(at + 2));
    }
    if (before.equals("'s") || before.equals("s")) {
      return true;
    }
    boolean felt = FEELINGS.contains(word) && FEELING.contains(before) && !passage.isProper(at);
    boolean morning = word.equals("dawn") && HOURS.contains(before) && !passage.isProper(at);
    if (felt || morning) {
      return true;
    }
    if (isAdjective(passage, at)) {
      return true;
    }
    boolean described =
        DETERMINERS.contains(passage.folded(at - 2))
            && passage.word(at - 1).isLetters()
            && !PEOPLE.contains(before)
            && !DETERMINERS.contains(before)
            && !VERBISH.contains(before)
            && Frames.isPlain(before);
    if (described) {
      return true;
    }
    if (after.equals("'s") && !DETERMINERS.contains(before)) {
      return false;
    }
    if (VERBS.contains(word)
        && passage.word(at).opens()
        && AFTER_VERB.contains(after)
        && !after.equals("from")) {
      return true;
    }
    if (before.equals("to") && TOWARDS.contains(passage.folded(at - 2))) {
      return false;
    }
    if (DETERMINERS.contains(before)) {
      return true;
    }
    if (VERBS.contains(word) && VERB_LEADS.contains(before)) {
      boolean object =
          AFTER_VERB.contains(after)
              || after.isEmpty()
              || (passage.at(at + 1) instanceof Word next && next.isMark());
      boolean subject = SUBJECTS.contains(before) && !before.equals("and");
      return subject || object;
    }
    if (VERBS.contains(word)
        && (word.equals("hope") || word.equals("drew") || word.equals("rose"))) {
      return AFTER_VERB.contains(after) && at == 0;
    }
    return after.equals("of") && !before.equals("to") && !before.equals("with");
  }

  /** "she was frank with me", "so rich", "pretty sandy". */
  private static boolean isAdjective(Passage passage, int at) {
    return ADJECTIVES.contains(passage.folded(at))
        && BEFORE_ADJECTIVE.contains(passage.folded(at - 1))
        && !passage.isProper(at);
  }

  private static boolean modal(String before, String after, String earlier, String next) {
    boolean spokenTo = Set.of("she", "he").contains(after) && SAYING.contains(next);
    boolean listed = after.equals("and") && !SUBJECTS.contains(before);
    boolean among =
        after.equals("and") && Set.of("kids", "boys", "girls", "sons", "and").contains(before);
    if (spokenTo || listed || among) {
      return false;
    }
    if (DETERMINERS.contains(before) && !before.equals("all") && !isMine(before)) {
      return true;
    }
    if (before.equals("free") || before.equals("own")) {
      return true;
    }
    boolean subject = SUBJECTS.contains(before) && !before.equals("and");
    return subject
        || AFTER_MODAL.contains(after)
        || (earlier.equals("and") && SUBJECTS.contains(before));
  }

  private static boolean isMine(String before) {
    return Set.of("my", "his", "her", "our", "their", "your").contains(before);
  }
}
