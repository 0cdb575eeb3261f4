package org.throughline.language;

/** The name finders that ship. */
public final class NameFinders {

  private NameFinders() {}

  /**
   * Stanford CoreNLP's three-class model, for text written with capitals: persons, places,
   * organisations. Takes a second to load and about 300 MB.
   *
   * @throws java.io.UncheckedIOException if the model is not on the class path
   */
  public static NameFinder news() {
    return CoreNlpNames.load();
  }

  /**
   * Our own model of names in talk written small, trained on invented sentences. Words that are on
   * no list of safe words are given to it as the marks that training used, not as themselves.
   *
   * @throws java.io.UncheckedIOException if the model is not on the class path
   */
  public static NameFinder talk() {
    return OpenNlpNames.load();
  }
}
