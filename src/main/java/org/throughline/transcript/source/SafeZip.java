package org.throughline.transcript.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Opens archives (DOCX, ODT, XLSX, QDPX) without trusting them.
 *
 * <p>Entries are unpacked into memory and never onto a disk; what is not wanted is measured and
 * thrown away. A name that points outside the archive refuses all of it: no honest program writes
 * one.
 */
public final class SafeZip {

  private static final int FREE_BYTES = 1 << 20;
  private static final String FIX =
      "Open the document in the program that wrote it and save it again.";

  private SafeZip() {}

  /** Whether the bytes begin as archives do. */
  public static boolean is(byte[] bytes) {
    return bytes.length > 3
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && (bytes[2] == 3 || bytes[2] == 5)
        && (bytes[3] == 4 || bytes[3] == 6);
  }

  /**
   * Unpacks the wanted entries by name; all others are checked all the same.
   *
   * @throws UnreadableException if a limit is passed, a name leads outside, or it is damaged
   */
  public static Map<String, byte[]> unpack(byte[] archive, Predicate<String> wanted)
      throws UnreadableException {
    return unpack(archive, wanted, Limits.ZIP_ENTRIES);
  }

  /** The same for archives that may rightly hold many entries, such as a project of many texts. */
  public static Map<String, byte[]> unpack(
      byte[] archive, Predicate<String> wanted, int mostEntries) throws UnreadableException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    long total = 0;
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      byte[] buffer = new byte[1 << 16];
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        refuse(entries > mostEntries, "the archive has too many entries");
        refuse(leadsOutside(entry.getName()), "the archive names a path outside itself");
        boolean keep = !entry.isDirectory() && wanted.test(entry.getName());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long size = 0;
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
          size += n;
          total += n;
          refuse(size > Limits.ZIP_ENTRY_BYTES, "an entry of the archive is too large unpacked");
          refuse(total > Limits.ZIP_BYTES, "the archive is too large unpacked");
          refuse(
              total > FREE_BYTES + (long) Limits.ZIP_RATIO * archive.length,
              "the archive unpacks to far more than any document does");
          if (keep) {
            out.write(buffer, 0, n);
          }
        }
        if (keep) {
          refuse(parts.containsKey(entry.getName()), "the archive holds an entry twice");
          parts.put(entry.getName(), out.toByteArray());
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableException("the archive is damaged or protected by a password", FIX);
    }
    refuse(entries == 0, "the archive is empty or damaged");
    return parts;
  }

  private static void refuse(boolean when, String reason) throws UnreadableException {
    if (when) {
      throw new UnreadableException(reason, FIX);
    }
  }

  static boolean leadsOutside(String name) {
    String path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return path.startsWith("/")
        || path.matches("[a-z]:.*")
        || path.equals("..")
        || path.startsWith("../")
        || path.contains("/../")
        || path.endsWith("/..")
        || path.indexOf('\0') >= 0;
  }
}
