package org.throughline.web;

/** The request's body is larger than anything we take. */
final class TooLarge extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
