package org.throughline.desk.view;

/** A code to choose: from the codebooks alone, whatever anybody has said. */
public record SuggestionView(String id, String label, String codebook) {

  @Override
  public String toString() {
    return "SuggestionView[" + id + "]";
  }
}
