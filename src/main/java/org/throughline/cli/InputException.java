package org.throughline.cli;

import java.util.List;

/** What was handed in cannot be used: told line by line, exit code 2. Quotes none of it. */
final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }

  InputException(List<String> lines) {
    super(String.join(System.lineSeparator(), lines));
  }
}
