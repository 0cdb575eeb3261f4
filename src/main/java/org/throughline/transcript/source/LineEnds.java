package org.throughline.transcript.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with LF line ends and without control characters, which are set aside.
 *
 * <p>U+0015 stays: it encloses time marks in CHAT files.
 *
 * @param kind which line ends the text had
 * @param controls how many control characters were set aside
 * @param removed how many CRs of CRLF are gone
 */
record LineEnds(String text, String kind, List<Aside> asides, int controls, int removed) {

  static LineEnds normalise(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    List<Aside> asides = new ArrayList<>();
    int lf = 0;
    int cr = 0;
    int crlf = 0;
    int line = 1;
    int controls = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\r') {
        boolean pair = i + 1 < raw.length() && raw.charAt(i + 1) == '\n';
        crlf += pair ? 1 : 0;
        cr += pair ? 0 : 1;
        i += pair ? 1 : 0;
        text.append('\n');
        line++;
      } else if (c == '\n') {
        lf++;
        line++;
        text.append(c);
      } else if (isControl(c)) {
        controls++;
        setAside(asides, line, c);
      } else {
        text.append(c);
      }
    }
    int kinds = (lf > 0 ? 1 : 0) + (cr > 0 ? 1 : 0) + (crlf > 0 ? 1 : 0);
    String kind = kinds > 1 ? "mixed" : lf > 0 ? "LF" : crlf > 0 ? "CRLF" : cr > 0 ? "CR" : "none";
    return new LineEnds(text.toString(), kind, asides, controls, crlf);
  }

  /** Controls of one line are listed together: a damaged file has thousands. */
  private static void setAside(List<Aside> asides, int line, char c) {
    Aside last = asides.isEmpty() ? null : asides.getLast();
    if (last != null && last.line() == line && last.text().length() < 80) {
      asides.set(asides.size() - 1, new Aside(last.reason(), line, last.text() + c));
    } else {
      asides.add(new Aside("control character", line, String.valueOf(c)));
    }
  }

  private static boolean isControl(char c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != 0x0B && c != 0x15)
        || c == 0x7F
        || (c >= 0x80 && c < 0xA0 && c != 0x85);
  }

  @Override
  public String toString() {
    return "LineEnds[" + kind + "]";
  }
}
