package org.throughline.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.throughline.exchange.QdaProject.TextSource;

/**
 * A file to hand out, in one strict dialect: valid against the schema, LF, no byte order mark, code
 * points, end exclusive.
 *
 * @param bytes the file; the same project gives the same bytes
 * @param losses what the file does not hold
 */
@SuppressWarnings("ArrayRecordComponent") // A file, compared by nobody.
public record QdaFile(byte[] bytes, List<Loss> losses) {

  /** Where the side file lies in an archive; other programs pass over it. */
  static final String SIDE = "throughline.json";

  static final String ORIGIN = "Throughline";

  /** Archives name a time; this one tells nobody when somebody worked. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  public QdaFile {
    losses = List.copyOf(losses);
  }

  /**
   * A code book, {@code .qdc}.
   *
   * @throws IllegalArgumentException if there are no codes: the standard has no empty code book
   */
  public static QdaFile codebook(QdaProject project) {
    if (project.codes().isEmpty()) {
      throw new IllegalArgumentException("a REFI-QDA code book needs at least one code");
    }
    List<Loss> losses = new ArrayList<>();
    int notes = notes(project.codes());
    if (notes > 0) {
      losses.add(new Loss("memos on codes", notes, "a code book has no place for them"));
    }
    XmlText xml = CodesXml.codebook(project, ORIGIN);
    lost(losses, xml.unwritable());
    return new QdaFile(xml.toString().getBytes(StandardCharsets.UTF_8), losses);
  }

  /**
   * A project, {@code .qdpx}.
   *
   * @param side what the standard has no place for; null for none
   */
  public static QdaFile project(QdaProject project, @Nullable SideFile side) {
    List<Loss> losses = new ArrayList<>();
    XmlText xml = ProjectXml.of(project, ORIGIN);
    lost(losses, xml.unwritable());
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      put(zip, "project.qde", xml.toString().getBytes(StandardCharsets.UTF_8));
      for (TextSource source : project.sources()) {
        put(
            zip,
            "sources/" + source.guid() + ".txt",
            source.text().getBytes(StandardCharsets.UTF_8));
      }
      if (side != null) {
        put(zip, SIDE, side.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new QdaFile(bytes.toByteArray(), losses);
  }

  private static int notes(List<QdaProject.Code> codes) {
    return codes.stream().mapToInt(code -> code.notes().size() + notes(code.children())).sum();
  }

  private static void lost(List<Loss> losses, int unwritable) {
    if (unwritable > 0) {
      losses.add(
          new Loss("control characters", unwritable, "XML cannot hold them; U+FFFD stands there"));
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  @Override
  public String toString() {
    return "QdaFile[bytes=" + bytes.length + ", losses=" + losses.size() + "]";
  }
}
