package org.throughline.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.throughline.desk.view.CheckInView;
import org.throughline.desk.view.ConsentView;
import org.throughline.desk.view.EntryView;
import org.throughline.desk.view.MissedView;
import org.throughline.desk.view.SessionView;
import org.throughline.record.Actor;
import org.throughline.record.Client;
import org.throughline.record.Entry;
import org.throughline.record.EntryContent;
import org.throughline.record.Erasure;
import org.throughline.record.ErasureCertificate;
import org.throughline.record.SessionRecord;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.transcript.Turn;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the record, and what is taken out of it. Each is an event of its own in the log. */
public final class Custody {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Store store;
  private final Indexes indexes;

  Custody(Store store, Indexes indexes) {
    this.store = store;
    this.indexes = indexes;
  }

  /**
   * An uploaded file as it came.
   *
   * @param fileName may name the client
   */
  @SuppressWarnings("ArrayRecordComponent") // a file: never compared, never copied
  public record Original(String fileName, byte[] bytes) {
    /** Never the words. */
    @Override
    public String toString() {
      return "Original[bytes=" + bytes.length + "]";
    }
  }

  /**
   * Erases a client for good: keys, rows, and what the index held. Not {@link #retract}.
   *
   * @return what was destroyed, and what lies out of reach
   */
  public ErasureCertificate erase(Actor by, String client) {
    return store
        .erasure()
        .erase(
            by,
            client,
            erased -> {
              try {
                indexes.forget(erased);
                return new Erasure.Purged(true);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /**
   * Takes a session or check-in back: it leaves lists, figures and searches and stays on record.
   */
  public void retract(Actor by, String entry) {
    store.entries().retract(by, entry);
    indexes.wake();
  }

  /** Undoes {@link #retract}. */
  public void reinstate(Actor by, String entry) {
    store.entries().reinstate(by, entry);
    indexes.wake();
  }

  /**
   * The file that a session was read from.
   *
   * @throws StoreException.NotFound if it is no session
   */
  public Original original(Actor by, String session) {
    EntryContent content = store.entries().content(by, session);
    if (content.entry() instanceof SessionRecord record) {
      return new Original(record.fileName(), store.entries().original(by, session));
    }
    throw new StoreException.NotFound("session");
  }

  /**
   * One turn with the names that a supervisor sees as tags.
   *
   * @param reason one of a closed list: it goes into the log, which holds nobody's words
   */
  public String reveal(Actor by, String entry, int turn, String reason) {
    String client = store.entries().clientOf(entry);
    List<Turn> turns = store.entries().content(by, entry).transcript().turns();
    if (turn < 0 || turn >= turns.size()) {
      throw new StoreException.NotFound("turn");
    }
    store.audit().record(by, "identifiers.reveal", client, entry, "turn " + turn + " " + reason);
    return turns.get(turn).text();
  }

  /**
   * All that is kept of a client, for the client or another practice: JSON and the original files
   * in one archive, with the consents at its head. The log has it before the first byte is out.
   */
  public void export(Actor by, String client, OutputStream out) throws IOException {
    Client who = store.clients().find(by, client);
    List<EntryContent> contents = store.entries().contents(by, client);
    store
        .audit()
        .record(by, "export.record", client, null, contents.size() + " sessions and check-ins");
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      put(zip, "client.json", who);
      put(
          zip,
          "consents.json",
          store.consents().history(client).stream().map(ConsentView::of).toList());
      put(
          zip,
          "missed-sessions.json",
          store.missed().of(by, client).stream().map(MissedView::of).toList());
      for (EntryContent content : contents) {
        export(by, content, who.pseudonym(), zip);
      }
    }
  }

  private void export(Actor by, EntryContent content, String pseudonym, ZipOutputStream zip)
      throws IOException {
    Entry entry = content.entry();
    if (entry instanceof SessionRecord session) {
      String name =
          String.format(Locale.ROOT, "sessions/%03d-%s", session.number(), session.date());
      put(zip, name + ".json", new Exported(SessionView.of(session), of(content, pseudonym)));
      zip.putNextEntry(new ZipEntry(name + "-original" + ending(session.fileName())));
      zip.write(store.entries().original(by, session.id()));
      zip.closeEntry();
    } else if (entry instanceof org.throughline.record.CheckInRecord checkIn) {
      String name = "check-ins/" + checkIn.date() + "-" + checkIn.id() + ".json";
      put(zip, name, new ExportedCheckIn(CheckInView.of(checkIn), of(content, pseudonym)));
    }
  }

  private record Exported(SessionView session, EntryView content) {}

  private record ExportedCheckIn(CheckInView checkIn, EntryView content) {}

  private static EntryView of(EntryContent content, String pseudonym) {
    return EntryView.of(content, pseudonym);
  }

  private static void put(ZipOutputStream zip, String name, Object value) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(JSON.writeValueAsBytes(value));
    zip.closeEntry();
  }

  /** ".vtt": the rest of a file's name can name the client. */
  private static String ending(String fileName) {
    String ending = fileName.substring(Math.max(0, fileName.lastIndexOf('.')));
    return ending.matches("\\.[A-Za-z0-9]{1,8}") ? ending.toLowerCase(Locale.ROOT) : "";
  }
}
