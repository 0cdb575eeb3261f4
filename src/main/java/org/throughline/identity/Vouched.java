package org.throughline.identity;

import java.util.Locale;

/** What came of asking the provider. */
public sealed interface Vouched {

  /**
   * The provider vouches for somebody.
   *
   * @param subject by which the provider knows them, for ever
   */
  record Person(String issuer, String subject) implements Vouched {
    /** Names nobody. */
    @Override
    public String toString() {
      return "Person[" + issuer + "]";
    }
  }

  /** It does not, or not in a way that can be trusted. */
  record Refused(Reason reason) implements Vouched {}

  /** Why somebody is not let in through the provider. What the provider said is not repeated. */
  enum Reason {
    NO_ANSWER("The identity provider does not answer as it should. Try again later."),
    DECLINED("The identity provider did not let you in."),
    STALE(
        "This sign-in was not begun in this browser, was used already, or took longer than ten"
            + " minutes. Begin again."),
    UNTRUSTED("What the identity provider sent could not be verified. Tell your administrator."),
    NOT_AFRESH("The identity provider did not ask afresh who you are. Begin again."),
    TOO_WEAK(
        "The identity provider let you in with less than is asked for here, such as without a"
            + " second factor."),
    UNKNOWN(
        "You have no account here, or it is locked. An administrator makes accounts and links them"
            + " to the identity provider.");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** For the person. */
    public String words() {
      return words;
    }

    /** "no-answer", for addresses and the log. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
