package org.throughline.web;

/** The request cannot be understood; says how to mend it and quotes nothing of it. */
final class BadRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadRequest(String message) {
    super(message);
  }
}
