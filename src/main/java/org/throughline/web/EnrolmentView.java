package org.throughline.web;

import io.nayuki.qrcodegen.QrCode;
import java.util.List;
import org.throughline.access.Accounts.Enrolment;

/** What someone sees once after setting an account or a phone up, with the address to scan. */
record EnrolmentView(
    String name,
    String totpSecret,
    String totpAddress,
    Picture totpPicture,
    List<String> recoveryCodes) {

  /**
   * A QR code as an SVG path of squares of side 1.
   *
   * @param size squares on a side, without the quiet border of four that belongs around it
   */
  record Picture(int size, String path) {

    static Picture of(String text) {
      QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < code.size; y++) {
        for (int x = 0; x < code.size; x++) {
          if (code.getModule(x, y)) {
            path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
          }
        }
      }
      return new Picture(code.size, path.toString());
    }

    /** It reads as the secret. */
    @Override
    public String toString() {
      return "Picture[" + size + "]";
    }
  }

  static EnrolmentView of(Enrolment enrolment) {
    return new EnrolmentView(
        enrolment.name(),
        enrolment.totpSecret(),
        enrolment.totpAddress(),
        Picture.of(enrolment.totpAddress()),
        enrolment.recoveryCodes());
  }

  /** Never the secrets. */
  @Override
  public String toString() {
    return "EnrolmentView[]";
  }
}
