package org.throughline.record;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.throughline.record.Figures.Extent;
import org.throughline.record.Figures.Parts;
import org.throughline.record.Vault.Place;
import org.throughline.record.Vault.Purpose;

/** The table {@code figures}. Numbers repeat themselves, so they are packed before sealing. */
final class FigureRows {

  /**
   * An entry as the database lists it.
   *
   * @param basis what its figures must have been computed from
   * @param parts null where nothing is kept, or of another basis
   */
  record Row(
      String entry,
      boolean checkIn,
      int number,
      LocalDate date,
      String basis,
      @Nullable Parts parts) {

    @Override
    public String toString() {
      return "Row[" + entry + "]";
    }
  }

  /** Runs of coding, codings made by hand and decisions all have numbers that only rise. */
  @SuppressWarnings("InlineFormatString") // reads better whole
  private static final String SELECT =
      """
      SELECT e.id, e.kind, e.number, e.date, e.run,
        (SELECT COALESCE(MAX(c.number) + 1, 0) FROM codings c WHERE c.entry = e.id) AS codings,
        (SELECT COALESCE(MAX(d.number), 0) FROM decisions d WHERE d.entry = e.id) AS decisions,
        f.basis, f.counts%s
      FROM entries e LEFT JOIN figures f ON f.entry = e.id
      WHERE e.client = ? AND e.retracted = 0
      ORDER BY CASE WHEN e.kind = 'session' THEN 0 ELSE 1 END, e.number, e.date, e.created
      """;

  private final Vault vault;

  FigureRows(Vault vault) {
    this.vault = vault;
  }

  /**
   * A client's entries that were not taken back.
   *
   * @param form what computes figures now, with its version
   */
  List<Row> of(Handle handle, String client, String form, Extent extent) {
    String columns =
        switch (extent) {
          case COUNTS -> "";
          case COUNTS_AND_WORDS -> ", f.words";
          case ALL -> ", f.words, f.quotes";
        };
    return handle
        .select(SELECT.formatted(columns), client)
        .map((row, context) -> row(row, client, form, extent))
        .list();
  }

  private Row row(ResultSet row, String client, String form, Extent extent) throws SQLException {
    String entry = row.getString("id");
    String basis =
        form
            + "/"
            + row.getInt("run")
            + "/"
            + row.getLong("codings")
            + "/"
            + row.getLong("decisions");
    boolean words = extent != Extent.COUNTS;
    boolean quotes = extent == Extent.ALL;
    Parts parts =
        basis.equals(row.getString("basis"))
            ? new Parts(
                open(client, "counts", entry, row.getBytes("counts")),
                words ? open(client, "words", entry, row.getBytes("words")) : null,
                quotes ? open(client, "quotes", entry, row.getBytes("quotes")) : null)
            : null;
    return new Row(
        entry,
        row.getString("kind").equals("check_in"),
        row.getInt("number"),
        LocalDate.parse(row.getString("date")),
        basis,
        parts);
  }

  void keep(Handle handle, String client, Row row, Parts parts) {
    handle.execute(
        "INSERT INTO figures SELECT e.id, e.client, ?, ?, ?, ? FROM entries e WHERE e.id = ? ON"
            + " CONFLICT (entry) DO UPDATE SET basis = excluded.basis, counts = excluded.counts,"
            + " words = excluded.words, quotes = excluded.quotes",
        row.basis(),
        seal(client, "counts", row.entry(), parts.counts()),
        seal(client, "words", row.entry(), parts.words()),
        seal(client, "quotes", row.entry(), parts.quotes()),
        row.entry());
  }

  private byte[] seal(String client, String part, String entry, @Nullable String text) {
    return vault.seal(place(client, part, entry), packed(text == null ? "" : text));
  }

  private String open(String client, String part, String entry, byte[] sealed) {
    return unpacked(vault.open(place(client, part, entry), sealed));
  }

  private static Place place(String client, String part, String entry) {
    return new Place(client, Purpose.TEXT, "figures." + part, entry);
  }

  private static byte[] packed(String text) {
    var bytes = new ByteArrayOutputStream();
    var fast = new Deflater(Deflater.BEST_SPEED);
    try (var out = new DeflaterOutputStream(bytes, fast)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to be written", e);
    } finally {
      fast.end();
    }
    return bytes.toByteArray();
  }

  private static String unpacked(byte[] packed) {
    try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StoreException.Damaged("kept figures are not what they should be");
    }
  }
}
