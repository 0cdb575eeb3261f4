package org.throughline.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.SafeZip;
import org.throughline.transcript.source.UnreadableException;

/**
 * Reads REFI-QDA files of any program: strict about safety, lenient about everything else. A
 * document type, an external entity or a path that leads out of the archive refuses the whole file;
 * a broken code book does not.
 */
public final class QdaReader {

  /** A study may have many sessions, each a file of its own. */
  private static final int ENTRIES = 20_000;

  private static final String FIX = "Export the project again as REFI-QDA.";

  private QdaReader() {}

  /**
   * Reads a code book ({@code .qdc}) or a project ({@code .qdpx}), told apart by its bytes.
   *
   * @throws UnreadableException if it is neither, damaged, or not to be trusted
   */
  public static Imported read(byte[] bytes) throws UnreadableException {
    return SafeZip.is(bytes) ? project(bytes) : codebook(bytes);
  }

  private static Imported codebook(byte[] bytes) throws UnreadableException {
    Element root = Element.read(bytes);
    if (!root.name().equals("CodeBook")) {
      throw new UnreadableException("the document is no REFI-QDA code book", FIX);
    }
    var findings = new Findings();
    if (root.children().isEmpty()) {
      findings.warn("the code book has no codes");
    }
    var reader = new CodesReader(findings);
    List<QdaProject.Code> codes = new ArrayList<>();
    root.all("Codes").forEach(element -> codes.addAll(reader.codes(element, "")));
    QdaProject project = QdaProject.codebook(root.attribute("origin"), codes, reader.sets(root));
    return new Imported(
        project, Reading.STANDARD, 0, 0, List.of(), findings.warnings(), findings.losses(), null);
  }

  private static Imported project(byte[] bytes) throws UnreadableException {
    Map<String, byte[]> files = new HashMap<>();
    SafeZip.unpack(bytes, QdaReader::isWanted, ENTRIES)
        .forEach((name, content) -> files.put(key(name), content));
    byte[] xml = files.get("project.qde");
    if (xml == null) {
      throw new UnreadableException("the archive holds no project.qde", FIX);
    }
    Element root = Element.read(xml);
    if (!root.name().equals("Project")) {
      throw new UnreadableException("project.qde is no REFI-QDA project", FIX);
    }
    var findings = new Findings();
    SideFile side = side(files.get(QdaFile.SIDE), findings);
    return new ProjectReader(root, files, findings).read(side);
  }

  private static boolean isWanted(String name) {
    String key = key(name);
    return key.equals("project.qde") || key.equals(QdaFile.SIDE) || key.endsWith(".txt");
  }

  /** Folders and capitals differ from program to program; the file names are GUIDs. */
  static String key(String name) {
    return name.substring(name.replace('\\', '/').lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  private static @Nullable SideFile side(byte @Nullable [] bytes, Findings findings) {
    if (bytes == null) {
      return null;
    }
    try {
      return SideFile.read(bytes);
    } catch (IllegalArgumentException e) {
      findings.warn(String.valueOf(e.getMessage()));
      return null;
    }
  }
}
