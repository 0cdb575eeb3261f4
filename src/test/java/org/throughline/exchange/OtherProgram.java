package org.throughline.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes projects as other programs do, each counting in its own way. */
final class OtherProgram {

  /** Emoji, accents and line ends before and within the quotes. */
  static final String TEXT =
      "😀 Zoë: I was naïve 👩‍👧 then.\nT: “Were you?”\n\nZoë: I walked out. I chose to.\nT: You did.\n";

  static final List<String> QUOTES =
      List.of("I was naïve", "“Were you?”", "I walked out.", "I chose to", "You did");

  private OtherProgram() {}

  /** A project whose positions follow a reading. */
  static byte[] writing(Reading reading) throws IOException {
    boolean returns = reading.lineEnd() == Reading.LineEnd.ONE || reading.endIncluded();
    String file = returns ? TEXT.replace("\n", "\r\n") : TEXT;
    StringBuilder selections = new StringBuilder();
    for (int i = 0; i < QUOTES.size(); i++) {
      int start = file.indexOf(QUOTES.get(i));
      int from = position(file, start, reading);
      int to = position(file, start + QUOTES.get(i).length(), reading);
      selections.append(selection(i, QUOTES.get(i), from, reading.endIncluded() ? to - 1 : to));
    }
    return archive(
        "project.qde",
        project(selections.toString()),
        "Sources/" + guid(90) + ".TXT",
        bytes((reading.markCounted() ? "\ufeff" : "") + file));
  }

  private static int position(String file, int at, Reading reading) {
    String before = (reading.markCounted() ? "\ufeff" : "") + file.substring(0, at);
    before =
        switch (reading.lineEnd()) {
          case AS_WRITTEN -> before;
          case ONE -> before.replace("\r\n", "\n");
          case TWO -> before.replace("\r\n", "\n").replace("\n", "\r\n");
        };
    return switch (reading.unit()) {
      case CODE_POINTS -> before.codePointCount(0, before.length());
      case UTF_16 -> before.length();
      case UTF_8_BYTES -> bytes(before).length;
    };
  }

  static String selection(int number, String name, int start, int end) {
    return "<PlainTextSelection guid=\"%s\" name=\"%s\" startPosition=\"%d\" endPosition=\"%d\">"
            .formatted(guid(number), name, start, end)
        + "<Coding guid=\"%s\"><CodeRef targetGUID=\"%s\"/></Coding></PlainTextSelection>"
            .formatted(guid(number + 20), guid(80));
  }

  /** A project of one code and one text in {@code Sources/guid(90).TXT}. */
  static String project(String selections) {
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <Project xmlns="urn:QDA-XML:project:1.0" name="other">
          <CodeBook><Codes><Code guid="%s" name="turning point" isCodable="true"/></Codes></CodeBook>
          <Sources><TextSource guid="%s" name="session" plainTextPath="internal://%s.txt">%s</TextSource></Sources>
        </Project>
        """
        .formatted(guid(80), guid(90), guid(90), selections);
  }

  static byte[] archive(String xmlName, String xml, String textName, byte[] text)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(xmlName));
      zip.write(bytes(xml));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry(textName));
      zip.write(text);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String guid(int number) {
    return "%08x-0000-4000-8000-000000000000".formatted(number);
  }
}
