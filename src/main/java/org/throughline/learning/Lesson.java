package org.throughline.learning;

import java.util.List;

/**
 * A sentence, and whether a code applies to it.
 *
 * @param client whose words these are: no client is in two folds
 * @param kind what is known of it
 * @param features of the words, see {@link Features}
 */
public record Lesson(String client, Kind kind, List<String> features) {

  /** What is known of a sentence. */
  public enum Kind {
    /** A person put the code there, or let it stand. */
    APPLIES,
    /** A person said that it does not apply. */
    DOES_NOT,
    /** Neither a cue nor a person put it there: taken as a no, and never counted as one. */
    UNMARKED
  }

  public Lesson {
    features = List.copyOf(features);
  }

  /** Something that a person decided. */
  public Lesson(String client, boolean applies, List<String> features) {
    this(client, applies ? Kind.APPLIES : Kind.DOES_NOT, features);
  }

  public boolean applies() {
    return kind == Kind.APPLIES;
  }

  boolean judged() {
    return kind != Kind.UNMARKED;
  }

  /** Features hold a client's lemmas. */
  @Override
  public String toString() {
    return "Lesson[client=" + client + ", kind=" + kind + "]";
  }
}
