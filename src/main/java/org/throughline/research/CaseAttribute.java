package org.throughline.research;

/**
 * What cases can be compared by. A case here is a client under a surrogate id, of whom research
 * knows the released sessions and nothing else: no age, no gender, no diagnosis crosses the gate.
 */
public enum CaseAttribute {
  /** All clients together. */
  ALL,
  /** How many sessions of the client are in the corpus. */
  SESSIONS,
  /** Days from the client's first session in the corpus to the last. */
  LENGTH,
  /** The client's words in a session, on average. */
  WORDS;

  private static final int FEW_SESSIONS = 5;
  private static final int QUARTER_YEAR = 90;
  private static final int YEAR = 365;
  private static final int FEW_WORDS = 1000;
  private static final int MANY_WORDS = 3000;

  /** The group a client is in. */
  String group(Corpus corpus, String client) {
    var own =
        corpus.sessions().values().stream()
            .filter(session -> session.client().equals(client))
            .toList();
    int first = own.stream().mapToInt(session -> session.day()).min().orElse(0);
    int last = own.stream().mapToInt(session -> session.day()).max().orElse(0);
    return switch (this) {
      case ALL -> "all clients";
      case SESSIONS ->
          own.size() == 1
              ? "1 session"
              : own.size() <= FEW_SESSIONS ? "2 to 5 sessions" : "more than 5 sessions";
      case LENGTH ->
          last - first < QUARTER_YEAR
              ? "less than 90 days"
              : last - first < YEAR ? "90 to 364 days" : "365 days or more";
      case WORDS -> {
        double words = own.stream().mapToInt(Corpus::words).average().orElse(0);
        yield words < FEW_WORDS
            ? "under 1,000 words a session"
            : words < MANY_WORDS ? "1,000 to 2,999 words a session" : "3,000 words or more";
      }
    };
  }
}
