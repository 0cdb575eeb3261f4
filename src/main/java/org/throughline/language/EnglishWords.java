package org.throughline.language;

import java.util.Map;
import java.util.Set;

/** Closed classes of English that the grammar needs by name. Open word lists live in codebooks. */
final class EnglishWords {

  private EnglishWords() {}

  /** The lemma of "I was like, no way": it puts words into somebody's mouth. */
  static final String BE_LIKE = "be like";

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+", -1));
  }

  static final Set<String> SOUNDS =
      words(
          """
          um uh umm uhh uhm er erm err hmm hm mm mmm mhm eh ah uh-huh mm-hmm mm-hm mhmm ugh huh
          """);

  /** Doubled for emphasis, not by stumbling. */
  static final Set<String> EMPHATIC =
      words(
          """
          very really so no never yes yeah had that many far
          """);

  /** "So-so", "bye-bye": one word, no stumble. */
  static final Set<String> DOUBLED =
      words(
          """
          so no bye ha he ho tut hush knock night ta goody choo boo win blah yada chop
          """);

  /** Verbs that end like a gerund and are none: "I bring my lunch". */
  static final Set<String> ROOTS_IN_ING =
      words(
          """
          bring sting cling swing sling fling spring string wring
          """);

  static final Set<String> MODALS =
      words(
          """
          can ca could will wo would shall sha should may might must 'll
          """);

  static final Set<String> NEGATORS =
      words(
          """
          not never hardly barely nor scarcely
          """);

  static final Set<String> SELF =
      words(
          """
          i me myself my mine
          """);
  static final Set<String> WE =
      words(
          """
          we us ourselves our ours
          """);
  static final Set<String> YOU =
      words(
          """
          you yourself yourselves your ya u
          """);
  static final Set<String> OTHERS =
      words(
          """
          he him himself his she her herself hers they them themselves their somebody someone
          everybody everyone people who anybody anyone others
          """);
  static final Set<String> THINGS =
      words(
          """
          it this that these those things everything something what which there anything stuff
          itself one
          """);
  static final Set<String> NOBODIES =
      words(
          """
          nobody none nothing
          """);

  /** Pronouns that can be a subject as they stand. */
  static final Set<String> SUBJECT_PRONOUNS =
      words(
          """
          i we you ya u he she they it this that these those somebody someone everybody
          everyone anybody anyone nobody nothing everything something anything who which what
          there one none both all
          """);

  /** Nouns for people, so that "my mum" is somebody and "my job" is something. */
  static final Set<String> PERSON_NOUNS =
      words(
          """
          mother mum mom mam mama father dad daddy parent sister brother sibling son daughter
          kid child baby husband wife partner boyfriend girlfriend fiance fiancee ex aunt uncle
          cousin nephew niece grandma grandpa grandmother grandfather nan gran family friend
          mate buddy guy man woman girl boy person lady boss manager colleague coworker teacher
          doctor nurse therapist counselor counsellor psychiatrist neighbour neighbor cop
          police officer judge landlord roommate student stepdad stepmom stepfather stepmother
          in-law team crowd everyone staff fiancé fiancée grandparent spouse lover roomie
          housemate classmate flatmate dentist surgeon gp coach priest pastor supervisor
          employer employee customer client patient guest twin toddler teen teenager adult
          youngster gf bf stepson stepdaughter stepbrother stepsister godmother godfather
          auntie granny granddad granddaughter grandson grandchild bully stranger folk dude
          bloke principal professor trainer soldier dog cat
          """);

  /** Participles that look like the present: "was hit", "got put in". */
  static final Set<String> UNCHANGED_PARTICIPLES =
      words(
          """
          hit cut put shut set let hurt beat split cast upset burst spread thrust
          """);

  /** Introduce a subordinate clause. */
  static final Set<String> SUBORDINATORS =
      words(
          """
          because cause cuz 'cause cus coz bc bcuz bcos becuz becuase becasue beacuse if when whenever while although though unless until till
          since before after as whether that where so once than wherever how why what who which
          """);

  static final Set<String> COORDINATORS =
      words(
          """
          and but or so then plus yet
          """);

  /** Verbs that put somebody's words into the clause they govern. */
  static final Set<String> SAYING =
      words(
          """
          say tell ask yell shout scream text reply answer call claim insist suggest warn
          promise admit explain think believe reckon accuse remind go write swear
          """);

  /** Of the saying verbs, those after which a comma is enough to open somebody's words. */
  static final Set<String> QUOTING = Set.of("say", "think", EnglishWords.BE_LIKE);

  static final Set<String> WISHING =
      words(
          """
          want wish hope wanna long dream love like prefer expect
          """);

  static final Set<String> FEARING =
      words(
          """
          afraid scared worried worry fear terrified dread nervous
          """);

  static final Set<String> IRREALIS_CONNECTIVES =
      words(
          """
          if unless whether
          """);

  static final Set<String> RAISING =
      words(
          """
          think believe suppose feel guess say seem
          """);

  static final Set<String> HEDGES =
      words(
          """
          maybe perhaps probably possibly kinda sorta somewhat apparently guess
          """);

  /** Verbs whose object does what the next verb says: "made me feel", "let him go". */
  static final Set<String> CAUSATIVES =
      words(
          """
          make let have get force help keep stop cause allow tell ask want watch see hear push
          lead encourage expect need
          """);

  /** Spellings of speech that the tagger has not met, and a word that stands in the same place. */
  static final Map<String, String> SPOKEN_FOR =
      Map.ofEntries(
          Map.entry("gonna", "to"),
          Map.entry("gotta", "to"),
          Map.entry("cuz", "because"),
          Map.entry("cus", "because"),
          Map.entry("coz", "because"),
          Map.entry("bcuz", "because"),
          Map.entry("bcos", "because"),
          Map.entry("bc", "because"),
          Map.entry("becuz", "because"),
          Map.entry("becuase", "because"),
          Map.entry("becasue", "because"),
          Map.entry("beacuse", "because"),
          Map.entry("'cause", "because"));

  /** After these "cause" is a noun or a verb, not "because". */
  static final Set<String> DETERMINERS_OF_NOUNS =
      words(
          """
          the a an this that no any my your his her its our their good main root real only
          to will would can could may might not don't didn't doesn't and or
          """);

  /** Subject pronouns that may as well be objects: "it will cause you". */
  static final Set<String> OBJECT_TOO =
      words(
          """
          you it this that these those somebody someone everybody everyone anybody anyone
          nobody nothing everything something anything which what one none both all
          """);

  /** Where an apostrophe was left out: length of the first part. */
  static final Map<String, Integer> WITHOUT_APOSTROPHE =
      Map.ofEntries(
          Map.entry("im", 1),
          Map.entry("ive", 1),
          Map.entry("dont", 2),
          Map.entry("doesnt", 4),
          Map.entry("didnt", 3),
          Map.entry("cant", 2),
          Map.entry("couldnt", 5),
          Map.entry("wont", 2),
          Map.entry("wouldnt", 5),
          Map.entry("shouldnt", 6),
          Map.entry("isnt", 2),
          Map.entry("wasnt", 3),
          Map.entry("arent", 3),
          Map.entry("werent", 4),
          Map.entry("hasnt", 3),
          Map.entry("havent", 4),
          Map.entry("hadnt", 3),
          Map.entry("hes", 2),
          Map.entry("shes", 3),
          Map.entry("theyre", 4),
          Map.entry("youre", 3),
          Map.entry("thats", 4),
          Map.entry("cannot", 3));
}
