package org.throughline.learning;

import java.util.List;

/**
 * Something people decided about a code.
 *
 * @param client whose words these are: no client is in two folds
 * @param applies whether the code applies
 * @param features of the words, see {@link Features}
 */
public record Lesson(String client, boolean applies, List<String> features) {

  public Lesson {
    features = List.copyOf(features);
  }

  /** Features hold a client's lemmas. */
  @Override
  public String toString() {
    return "Lesson[client=" + client + ", applies=" + applies + "]";
  }
}
