package org.throughline.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.CodedTranscript;
import org.throughline.desk.view.LostView;
import org.throughline.desk.view.SessionView;
import org.throughline.problem.Strip;
import org.throughline.record.Actor;
import org.throughline.record.IdempotencyKey;
import org.throughline.record.NewSession;
import org.throughline.record.Replaced;
import org.throughline.record.SessionRecord;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.record.Twin;
import org.throughline.transcript.checkin.CheckInFile;
import org.throughline.transcript.reader.Answers;
import org.throughline.transcript.reader.TranscriptImporter;
import org.throughline.transcript.report.ImportResult;
import org.throughline.transcript.revision.Replacement;
import tools.jackson.databind.json.JsonMapper;

/** The way of an upload: read, compared with what is there, coded, kept. */
final class Receiving {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Store store;
  private final Learning learning;
  private final Problems problems;

  Receiving(Store store, Learning learning, Problems problems) {
    this.store = store;
    this.learning = learning;
    this.problems = problems;
  }

  Received receive(Actor by, String client, TranscriptFile file, @Nullable IdempotencyKey key) {
    Answers answers = file.answers(store.clients().speakers(client));
    return switch (TranscriptImporter.read(file.upload(), answers)) {
      case ImportResult.Refused refused ->
          new Received.Refused(refused.reason(), refused.fix(), refused.line());
      case ImportResult.NeedsMapping asks -> new Received.Asks(asks.questions(), asks.report());
      case ImportResult.Imported imported ->
          imported.report().dialect().equals(CheckInFile.DIALECT)
              ? new Received.Refused(
                  "the file is a table of check-ins, not a session",
                  "Add its rows as check-ins.",
                  null)
              : compare(by, client, file, imported, key);
    };
  }

  ImportResult look(String client, TranscriptFile file) {
    return TranscriptImporter.read(file.upload(), file.answers(store.clients().speakers(client)));
  }

  /** Whoever has not said what to do with a session that is there already is asked. */
  private Received compare(
      Actor by,
      String client,
      TranscriptFile file,
      ImportResult.Imported imported,
      @Nullable IdempotencyKey key) {
    if (file.twins() instanceof TranscriptFile.Twins.Ask && !store.entries().isRepeated(key)) {
      List<Twin> twins = store.entries().twins(client, imported.transcript());
      if (!twins.isEmpty()) {
        return new Received.Resembles(
            twins.stream().map(Received.Earlier::of).toList(), imported.report());
      }
    }
    return keep(by, client, file, imported, key);
  }

  private Received keep(
      Actor by,
      String client,
      TranscriptFile file,
      ImportResult.Imported imported,
      @Nullable IdempotencyKey key) {
    CodedTranscript coded = learning.code(imported.transcript());
    boolean again = !(file.twins() instanceof TranscriptFile.Twins.Ask);
    NewSession session =
        new NewSession(
            file.date(),
            file.number(),
            imported.report().dialect(),
            file.upload().fileName(),
            file.upload().bytes(),
            JSON.writeValueAsString(imported.report()),
            again,
            coded);
    if (file.twins() instanceof TranscriptFile.Twins.Replace replace) {
      String old = number(by, client, replace);
      Replacement moves =
          Replacement.of(store.entries().content(by, old).transcript(), coded.transcript());
      List<Strip> strips = problems.strips(by, client);
      Replaced replaced = store.entries().replace(by, client, old, session, key);
      problems.follow(
          by,
          client,
          strips,
          old,
          store.entries().content(by, replaced.session().id()),
          moves::anchor);
      return new Received.Kept(
          SessionView.of(replaced.session()),
          coded.codings().size(),
          imported.report(),
          replaced.carried(),
          replaced.lost().stream().map(LostView::of).toList());
    }
    SessionRecord kept = store.entries().addSession(by, client, session, key);
    return new Received.Kept(
        SessionView.of(kept), coded.codings().size(), imported.report(), 0, List.of());
  }

  /** Sessions are named by id, or by number where people type. */
  private String number(Actor by, String client, TranscriptFile.Twins.Replace replace) {
    if (!replace.session().matches("\\d{1,6}")) {
      return replace.session();
    }
    int number = Integer.parseInt(replace.session());
    return store.entries().sessions(by, client).stream()
        .filter(session -> session.number() == number)
        .map(SessionRecord::id)
        .findFirst()
        .orElseThrow(() -> new StoreException.NotFound("session"));
  }
}
