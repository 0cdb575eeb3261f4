package org.throughline.codebook;

/**
 * Something wrong in a file that somebody wrote, with its place.
 *
 * @param file name of the file
 * @param line from 1; 0 where the whole file is meant
 */
public record Problem(String file, int line, String message) {

  @Override
  public String toString() {
    return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
  }
}
