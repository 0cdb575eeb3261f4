package org.throughline.record;

import java.time.Instant;
import java.util.List;

/**
 * A person in treatment, known here by a random id and a pseudonym.
 *
 * @param id 128 random bits, 32 hexadecimal digits: says nothing about the person
 * @param pseudonym what the clinic calls the client on the page; never a real name
 * @param problems what treatment is about, each in the client's own words
 * @param created when the client was entered
 */
public record Client(String id, String pseudonym, List<Problem> problems, Instant created) {

  public Client {
    problems = List.copyOf(problems);
  }

  /** One problem in the client's own words; assimilation is traced per problem. */
  public record Problem(String id, String words) {

    @Override
    public String toString() {
      return "Problem[" + id + "]";
    }
  }

  @Override
  public String toString() {
    return "Client[" + id + ", problems=" + problems.size() + "]";
  }
}
