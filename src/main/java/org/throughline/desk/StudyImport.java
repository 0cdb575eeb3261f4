package org.throughline.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.ReleasedSession;
import org.throughline.deidentify.ReleasedTurn;
import org.throughline.exchange.CodedItems;
import org.throughline.exchange.Imported;
import org.throughline.exchange.Loss;
import org.throughline.exchange.QdaReader;
import org.throughline.exchange.Quarantined;
import org.throughline.research.Corpus;
import org.throughline.research.Study;
import org.throughline.research.StudyEvent.Coded;
import org.throughline.transcript.source.UnreadableException;

/**
 * Takes codings over that somebody made in another program on an exported study: as their own, on
 * their own unfinished sessions, and only where the text is still the very text that was exported.
 */
final class StudyImport {

  private final Study study;
  private final Map<String, ReleasedSession> sessions;
  private final String coder;
  private final List<Coded> added = new ArrayList<>();
  private final Map<String, Integer> passed = new HashMap<>();

  private StudyImport(Study study, Map<String, ReleasedSession> sessions, String coder) {
    this.study = study;
    this.sessions = sessions;
    this.coder = coder;
  }

  /**
   * What came over.
   *
   * @param added to be kept
   * @param losses what was passed over, and why
   * @param quarantine how many selections point at other words than they quote
   * @param reading how the file's positions were counted
   */
  record Taken(
      List<Coded> added, List<Loss> losses, List<Quarantined> quarantine, String reading) {}

  /**
   * Reads a project.
   *
   * @param coder whose codings they become
   * @param user under what name the file has them; null for the coder's own account or anybody who
   *     is no coder of the study
   */
  static Taken of(
      Study study, Corpus corpus, String coder, Imported imported, @Nullable String user) {
    var into = new StudyImport(study, corpus.sessions(), coder);
    CodedItems items = CodedItems.of(beside(imported, study, corpus, coder));
    Map<String, String> texts = new HashMap<>();
    items.items().forEach(item -> texts.put(item.id(), item.text()));
    for (CodedItems.Line line : items.lines()) {
      into.take(line, texts.getOrDefault(line.id(), ""), user);
    }
    List<Loss> losses = new ArrayList<>(imported.losses());
    into.passed.forEach((why, count) -> losses.add(new Loss("codings", count, why)));
    return new Taken(into.added, losses, imported.quarantine(), imported.reading().inWords());
  }

  /**
   * Other programs drop our side file when they save. GUIDs are made from our ids, so the one of
   * today's export says as well which code and which turn is meant, where the text is the same.
   */
  private static Imported beside(Imported imported, Study study, Corpus corpus, String coder) {
    if (imported.side() != null) {
      return imported;
    }
    try {
      return imported.beside(QdaReader.read(StudyProject.of(study, corpus, coder).bytes()).side());
    } catch (UnreadableException e) {
      throw new IllegalStateException("the study's own project cannot be read", e);
    }
  }

  private void take(CodedItems.Line line, String text, @Nullable String user) {
    if (!isTheirs(line.rater(), user)) {
      pass("another coder's");
      return;
    }
    Optional<Place> place = place(line.id());
    if (place.isEmpty()) {
      pass("their text is no session of this study");
    } else if (isKnown(line, place.get())) {
      pass("there already");
    } else if (!study.order(coder).contains(place.get().session())) {
      pass("their session is not assigned to you");
    } else if (study.isFinished(coder, place.get().session())) {
      pass("you have finished their session");
    } else if (!place.get().turn().text().replace('\r', ' ').equals(text)) {
      pass("their text is another now than the one that was exported");
    } else if (!study.codes().has(line.code())) {
      pass("the study has no such code");
    } else {
      keep(line, place.get());
    }
  }

  private record Place(String session, ReleasedTurn turn) {}

  /** "SESSION/TURN", or the session itself if it has one turn. */
  private Optional<Place> place(String item) {
    int slash = item.lastIndexOf('/');
    ReleasedSession whole = sessions.get(item);
    if (whole != null && whole.turns().size() == 1) {
      return Optional.of(new Place(item, whole.turns().getFirst()));
    }
    ReleasedSession session = slash < 0 ? null : sessions.get(item.substring(0, slash));
    String number = item.substring(slash + 1);
    if (session == null || !number.matches("[0-9]{1,6}")) {
      return Optional.empty();
    }
    int part = Integer.parseInt(number);
    return part < session.turns().size()
        ? Optional.of(new Place(session.session(), session.turns().get(part)))
        : Optional.empty();
  }

  private boolean isTheirs(String rater, @Nullable String user) {
    if (user != null) {
      return rater.equals(user);
    }
    Set<String> others = new TreeSet<>(study.coders());
    others.remove(coder);
    others.add(StudyProject.CONSENSUS);
    return !others.contains(rater);
  }

  private boolean isKnown(CodedItems.Line line, Place place) {
    return Stream.concat(study.codings(coder, place.session()).stream(), added.stream())
        .anyMatch(
            coded ->
                coded.session().equals(place.session())
                    && coded.turn() == place.turn().index()
                    && coded.start() == line.start()
                    && coded.end() == line.end()
                    && coded.code().equals(line.code()));
  }

  private void keep(CodedItems.Line line, Place place) {
    added.add(
        new Coded(
            UUID.randomUUID().toString(),
            coder,
            place.session(),
            place.turn().index(),
            line.start(),
            line.end(),
            line.code()));
  }

  private void pass(String why) {
    passed.merge(why, 1, Integer::sum);
  }
}
