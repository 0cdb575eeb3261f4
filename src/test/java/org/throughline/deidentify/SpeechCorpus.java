package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.transcript.Span;

/**
 * Invented clients who talk as people do, with every identifier marked. The same seed, the same
 * talk.
 */
final class SpeechCorpus {

  /** A text with what identifies in it, and how hard that is. */
  record Marked(Text text, String stratum, List<Span> identifiers) {}

  /** One invented client. */
  record Talk(IdentityCard card, List<Marked> texts) {}

  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)\\}");
  private static final Map<String, Set<String>> NAMES = WordLists.sections("speech-names.txt");
  private static final List<String> TEMPLATES = lines("speech.templates.txt");
  private static final List<String> HARMLESS = lines("speech-harmless.txt");
  private static final String[] DIGITS = {
    "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };
  private static final String[] MONTHS = {
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december"
  };
  private static final String[] DAYS = {
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth"
  };

  private final Random random;
  private final Map<String, String> person = new java.util.HashMap<>();

  private SpeechCorpus(Random random) {
    this.random = random;
  }

  static List<Talk> clients(int count, long seed) {
    List<Talk> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clients.add(new SpeechCorpus(new Random(seed + i)).client("client" + i));
    }
    return clients;
  }

  private static List<String> lines(String file) {
    List<String> lines = new ArrayList<>();
    WordLists.each(file, lines::add);
    return lines;
  }

  private Talk client(String id) {
    String sex = random.nextBoolean() ? "f" : "m";
    person.put("first", pick("first-" + sex));
    person.put("last", pick("surname"));
    person.put("nick", pick("nickname"));
    for (String other : List.of("kin", "partner", "friend")) {
      person.put(other, fresh(random.nextBoolean() ? "first-f" : "first-m"));
    }
    person.put("clinician", pick("therapist"));
    for (String thing : List.of("employer", "school", "place", "street")) {
      person.put(thing, pick(thing).replace('_', ' '));
    }
    person.put("house", String.valueOf(2 + random.nextInt(980)));
    person.put(
        "phone",
        "%03d%03d%04d"
            .formatted(
                200 + random.nextInt(700), 200 + random.nextInt(700), random.nextInt(10000)));
    person.put("mail", Fold.word(of("first")).replaceAll("\\W", "") + "." + of("last"));
    person.put("id", "%08d".formatted(10000000 + random.nextInt(89999999)));
    person.put("zip", "%05d".formatted(10000 + random.nextInt(89999)));
    person.put(
        "ukpost",
        ""
            + (char) ('a' + random.nextInt(26))
            + (char) ('a' + random.nextInt(26))
            + (1 + random.nextInt(9))
            + " "
            + (1 + random.nextInt(9))
            + (char) ('a' + random.nextInt(26))
            + (char) ('a' + random.nextInt(26)));
    List<Marked> texts = new ArrayList<>();
    for (int i = 0; i < TEMPLATES.size(); i++) {
      texts.add(fill(id + "-" + i, TEMPLATES.get(i)));
    }
    metadata(id, texts);
    for (int i = 0; i < HARMLESS.size(); i++) {
      String text = cased(HARMLESS.get(i), i % 2 == 0);
      texts.add(new Marked(new Text(id + "-h" + i, text, TextKind.TURN), "harmless", List.of()));
    }
    return new Talk(card(id), texts);
  }

  /** Names of files and speakers, where whole names stand without a sentence. */
  private void metadata(String id, List<Marked> texts) {
    String first = of("first");
    String last = of("last");
    add(texts, id + "-m0", TextKind.LABEL, "", names(first, true) + " " + names(last, true), "");
    add(texts, id + "-m1", TextKind.LABEL, "Dr. ", names(of("clinician"), true), "");
    add(texts, id + "-m2", TextKind.FILE, "", last + " " + first, " session 3.vtt");
    add(texts, id + "-m3", TextKind.FILE, "intake ", first, " final transcript.docx");
    texts.add(new Marked(new Text(id + "-m4", "THERAPIST", TextKind.LABEL), "metadata", List.of()));
  }

  private static void add(
      List<Marked> texts, String id, TextKind kind, String before, String name, String after) {
    Span span = new Span(before.length(), before.length() + name.length());
    texts.add(new Marked(new Text(id, before + name + after, kind), "metadata", List.of(span)));
  }

  private IdentityCard card(String id) {
    return new IdentityCard(
        id,
        List.of(of("first") + " " + of("last")),
        List.of(of("nick")),
        List.of(of("kin")),
        List.of(of("partner")),
        List.of(of("friend")),
        List.of("Dr. " + of("clinician")),
        List.of(of("employer")),
        List.of(of("school")),
        List.of(),
        List.of(of("place")),
        List.of(of("street")),
        List.of(of("house") + " " + of("street") + " Street"),
        List.of(of("zip"), of("ukpost")),
        List.of(of("phone")),
        List.of(of("mail") + "@gmail.com"),
        List.of(of("id")),
        List.of(),
        List.of());
  }

  /** What is invented about the person under this key. */
  private String of(String key) {
    return Objects.requireNonNull(person.get(key), key);
  }

  private String pick(String list) {
    List<String> sorted = NAMES.getOrDefault(list, Set.of()).stream().sorted().toList();
    return sorted.get(random.nextInt(sorted.size()));
  }

  private String fresh(String list) {
    String name = pick(list);
    return person.containsValue(name) ? fresh(list) : name;
  }

  private Marked fill(String id, String line) {
    int colon = line.indexOf(':');
    boolean cased = random.nextInt(3) == 0;
    String template = line.substring(colon + 1).strip();
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    Matcher slot = SLOT.matcher(template);
    int at = 0;
    while (slot.find()) {
      text.append(template, at, slot.start());
      String value = value(slot.group(1), cased);
      spans.add(new Span(text.length(), text.length() + value.length()));
      text.append(value);
      at = slot.end();
    }
    text.append(template.substring(at));
    String said = cased ? cased(text.toString(), true) : text.toString();
    return new Marked(new Text(id, said, TextKind.TURN), line.substring(0, colon), spans);
  }

  private static String cased(String text, boolean capitals) {
    if (!capitals) {
      return text;
    }
    return text.substring(0, 1).toUpperCase(Locale.ROOT)
        + text.substring(1).replaceAll("\\bi\\b", "I")
        + ".";
  }

  private String value(String slot, boolean cased) {
    return switch (slot) {
      case "spelled" -> spelled(random.nextBoolean() ? of("last") : of("first"));
      case "split" -> split(names(of(random.nextBoolean() ? "partner" : "friend"), cased));
      case "asr" -> misheard(of("partner"));
      case "phone" -> random.nextBoolean() ? said(of("phone")) : written(of("phone"));
      case "email" ->
          random.nextBoolean()
              ? of("mail") + "@gmail.com"
              : of("mail").replace(".", " dot ") + " at gmail dot com";
      case "date" -> date(cased);
      case "age" -> age();
      case "id" -> random.nextBoolean() ? of("id") : said(of("id"));
      case "four" -> random.nextBoolean() ? of("id").substring(4) : said(of("id").substring(4));
      case "road" ->
          names(
              of("street") + List.of(" street", " road", " avenue", " lane").get(random.nextInt(4)),
              cased);
      case "zip", "house" -> random.nextBoolean() ? of(slot) : said(of(slot));
      case "ukpost" ->
          random.nextBoolean() ? of(slot) : of(slot).replaceAll("(?<=\\w)(?=\\w)", " ");
      default -> names(of(slot), cased);
    };
  }

  private static String names(String name, boolean cased) {
    if (!cased) {
      return name;
    }
    StringBuilder out = new StringBuilder();
    for (String word : name.split(" ", -1)) {
      out.append(out.isEmpty() ? "" : " ")
          .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
          .append(word.substring(1));
    }
    return out.toString();
  }

  private String spelled(String name) {
    String join = random.nextBoolean() ? " " : "-";
    return String.join(join, name.replaceAll("\\W", "").split("", -1)).replaceAll("\\W$", "");
  }

  private String split(String name) {
    int cut = Math.min(name.length() - 1, 2 + random.nextInt(2));
    return name.substring(0, cut) + (random.nextBoolean() ? "- " : "\u2014 ") + name;
  }

  private static String misheard(String name) {
    return name.replace("ph", "f")
        .replace("ee", "ea")
        .replaceAll("(.)\\1", "$1")
        .replace("c", "k")
        .replaceAll("y$", "ie")
        .replaceAll("a$", "ah");
  }

  private static String said(String digits) {
    List<String> words = new ArrayList<>();
    digits.chars().forEach(c -> words.add(DIGITS[c - '0']));
    return String.join(" ", words);
  }

  private String written(String digits) {
    String join = random.nextBoolean() ? "-" : " ";
    return digits.substring(0, 3) + join + digits.substring(3, 6) + join + digits.substring(6);
  }

  private String date(boolean cased) {
    String month = names(MONTHS[random.nextInt(12)], cased);
    int day = random.nextInt(20);
    int year = 1950 + random.nextInt(70);
    return switch (random.nextInt(6)) {
      case 0 -> month + " " + DAYS[day];
      case 1 -> "the " + DAYS[day] + " of " + month;
      case 2 -> month + " " + (day + 1) + " " + year;
      case 3 -> (1 + random.nextInt(12)) + "/" + (13 + random.nextInt(15)) + "/" + year;
      case 4 -> (day + 1) + " " + month;
      default ->
          month + " " + (day + 1) + (day == 0 ? "st" : day == 1 ? "nd" : day == 2 ? "rd" : "th");
    };
  }

  private String age() {
    int age = 90 + random.nextInt(10);
    return random.nextBoolean()
        ? String.valueOf(age)
        : age == 90 ? "ninety" : "ninety " + DIGITS[age - 90];
  }
}
