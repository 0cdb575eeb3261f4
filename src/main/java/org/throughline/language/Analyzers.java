package org.throughline.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Chooses the analyser for a language. English has its own; any other works as soon as OpenNLP's
 * models for it lie on the class path and one line of {@code languages.properties} names them.
 */
public final class Analyzers {

  private static final String LANGUAGES = "/org/throughline/language/languages.properties";

  private Analyzers() {}

  /**
   * Loads the analyser of a language.
   *
   * @param language IETF tag, "en"
   * @throws IllegalArgumentException if no models are known for it
   * @throws UncheckedIOException if they are known and not on the class path
   */
  public static Analyzer load(String language) {
    if (language.equals("en")) {
      return EnglishAnalyzer.load();
    }
    String treebank = treebanks().getProperty(language);
    if (treebank == null) {
      throw new IllegalArgumentException(
          "no language models are known for \""
              + language
              + "\"; known are en and "
              + treebanks().stringPropertyNames().stream().sorted().toList());
    }
    return new PlainAnalyzer(language, OpenNlp.load(treebank));
  }

  private static Properties treebanks() {
    Properties treebanks = new Properties();
    try (InputStream in = Analyzers.class.getResourceAsStream(LANGUAGES)) {
      if (in == null) {
        throw new IOException(LANGUAGES + " is missing from the class path");
      }
      treebanks.load(in);
      return treebanks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
