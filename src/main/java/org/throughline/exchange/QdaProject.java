package org.throughline.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A project as REFI-QDA 1.0 can hold it. GUIDs tie the parts together. Texts have LF line ends;
 * offsets are UTF-16 units of the source's text, half-open, and become code points only in the
 * file.
 *
 * @param name of the project
 * @param codes the roots of the code tree
 * @param notes memos; whatever they are about refers to them
 */
public record QdaProject(
    String name,
    List<User> users,
    List<Code> codes,
    List<CodeSet> sets,
    List<Variable> variables,
    List<Case> cases,
    List<TextSource> sources,
    List<Note> notes) {

  public QdaProject {
    users = List.copyOf(users);
    codes = List.copyOf(codes);
    sets = List.copyOf(sets);
    variables = List.copyOf(variables);
    cases = List.copyOf(cases);
    sources = List.copyOf(sources);
    notes = List.copyOf(notes);
  }

  /** Only codes, as a code book has them. */
  public static QdaProject codebook(String name, List<Code> codes, List<CodeSet> sets) {
    return new QdaProject(name, List.of(), codes, sets, List.of(), List.of(), List.of(), List.of());
  }

  /** Whoever coded: a person under a pseudonym, or a program with its version. */
  public record User(String guid, String name) {}

  /**
   * A code.
   *
   * @param codable false for a mere heading
   * @param color {@code #RRGGBB}, or null
   * @param description "" for none
   * @param notes GUIDs of notes
   */
  public record Code(
      String guid,
      String name,
      boolean codable,
      @Nullable String color,
      String description,
      List<String> notes,
      List<Code> children) {

    public Code {
      notes = List.copyOf(notes);
      children = List.copyOf(children);
    }
  }

  /** A named group of codes and sources. */
  public record CodeSet(
      String guid, String name, String description, List<String> codes, List<String> sources) {

    public CodeSet {
      codes = List.copyOf(codes);
      sources = List.copyOf(sources);
    }
  }

  /** What a variable holds. */
  public enum Type {
    TEXT("Text"),
    BOOLEAN("Boolean"),
    INTEGER("Integer"),
    FLOAT("Float"),
    DATE("Date"),
    DATE_TIME("DateTime");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    /** As the standard writes it. */
    String word() {
      return word;
    }

    static Type of(String word) {
      for (Type type : values()) {
        if (type.word.toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
          return type;
        }
      }
      return TEXT;
    }
  }

  /** Something that cases and sources have values of. */
  public record Variable(String guid, String name, Type type) {}

  /** A variable's value, as the standard writes its type. */
  public record Value(String variable, String value) {}

  /** A client, under a pseudonym, with the sources that are theirs. */
  public record Case(String guid, String name, List<Value> values, List<String> sources) {

    public Case {
      values = List.copyOf(values);
      sources = List.copyOf(sources);
    }
  }

  /** A memo. */
  public record Note(String guid, String name, String text) {
    @Override
    public String toString() {
      return "Note[" + guid + ", length=" + text.length() + "]";
    }
  }

  /**
   * A text and what is coded in it.
   *
   * @param codings of the text as a whole
   */
  public record TextSource(
      String guid,
      String name,
      String text,
      List<Selection> selections,
      List<Coding> codings,
      List<String> notes,
      List<Value> values) {

    public TextSource {
      selections = List.copyOf(selections);
      codings = List.copyOf(codings);
      notes = List.copyOf(notes);
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return "TextSource[" + guid + ", length=" + text.length() + "]";
    }
  }

  /**
   * A stretch of a text.
   *
   * @param name what tools show in lists: the quote, on one line
   */
  public record Selection(
      String guid,
      String name,
      int start,
      int end,
      @Nullable String user,
      @Nullable Instant created,
      List<Coding> codings,
      List<String> notes) {

    public Selection {
      if (start < 0 || end < start) {
        throw new IllegalArgumentException("a selection from " + start + " to " + end);
      }
      codings = List.copyOf(codings);
      notes = List.copyOf(notes);
    }

    @Override
    public String toString() {
      return "Selection[" + guid + ", " + start + "-" + end + "]";
    }
  }

  /** A code put on a selection or a source. */
  public record Coding(
      String guid,
      String code,
      @Nullable String user,
      @Nullable Instant created,
      List<String> notes) {

    public Coding {
      notes = List.copyOf(notes);
    }
  }
}
