package org.throughline.transcript.source;

/**
 * Characters of the container that never belonged to its flow of text.
 *
 * @param reason why they are not speech
 */
public record Aside(String reason, int line, String text) {
  @Override
  public String toString() {
    return "Aside[" + reason + ", characters=" + text.length() + "]";
  }
}
