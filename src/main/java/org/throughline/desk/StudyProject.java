package org.throughline.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.ReleasedSession;
import org.throughline.deidentify.ReleasedTurn;
import org.throughline.exchange.CodeTrees;
import org.throughline.exchange.CodedText;
import org.throughline.exchange.Loss;
import org.throughline.exchange.QdaExport;
import org.throughline.exchange.QdaFile;
import org.throughline.exchange.QdaProject;
import org.throughline.research.Corpus;
import org.throughline.research.Study;
import org.throughline.research.StudyCode;
import org.throughline.research.StudyEvent;
import org.throughline.research.StudyEvent.Coded;
import org.throughline.research.StudyEvent.Duty;
import org.throughline.research.StudyEvent.Memo;
import org.throughline.research.StudyEvent.On;

/**
 * A study as a REFI-QDA project: its code tree, a case for each client under the surrogate id, a
 * source for each session, a user for each coder and one for what holds in the end. Blindness is
 * kept: of a session that somebody is still coding only the asker's own codings are in it.
 */
final class StudyProject {

  /** The user under whom stands what coders agree on or an adjudicator settled. */
  static final String CONSENSUS = "consensus";

  private final Study study;
  private final Corpus corpus;
  private final String asker;
  private final List<QdaProject.Note> notes = new ArrayList<>();

  private StudyProject(Study study, Corpus corpus, String asker) {
    this.study = study;
    this.corpus = corpus;
    this.asker = asker;
  }

  /** The project for one person to take along, with what is not in it. */
  static QdaFile of(Study study, Corpus corpus, String asker) {
    return new StudyProject(study, corpus, asker).file();
  }

  private QdaFile file() {
    List<ReleasedSession> sessions =
        corpus.sessions().values().stream()
            .filter(session -> corpus.exportable().contains(session.client()))
            .toList();
    Map<String, List<CodedText.Mark>> marks = marks();
    List<CodedText> texts = new ArrayList<>();
    for (ReleasedSession session : sessions) {
      texts.add(text(session, marks.getOrDefault(session.session(), List.of())));
    }
    QdaFile file = QdaExport.file(study.name(), trees(), notes, texts);
    List<Loss> losses = new ArrayList<>(file.losses());
    lose(
        losses,
        "sessions",
        corpus.sessions().size() - sessions.size(),
        "these clients have not agreed that their words are quoted and handed out");
    lose(
        losses,
        "sessions",
        corpus.withdrawn().size() + corpus.altered().size(),
        "they left the corpus or were released with another text since it was chosen");
    lose(
        losses, "authors and times of memos", memos().size(), "the standard has no place for them");
    lose(
        losses,
        "verdicts that a code does not belong",
        (int)
            sessions.stream()
                .flatMap(session -> study.settled(session.session()).stream())
                .filter(settled -> !settled.applies())
                .count(),
        "other programs know codings only");
    return new QdaFile(file.bytes(), losses);
  }

  private static void lose(List<Loss> losses, String what, int count, String because) {
    if (count > 0) {
      losses.add(new Loss(what, count, because));
    }
  }

  private List<Memo> memos() {
    return study.memos(asker);
  }

  private CodedText text(ReleasedSession session, List<CodedText.Mark> marks) {
    List<CodedText.Part> parts = new ArrayList<>();
    for (ReleasedTurn turn : session.turns()) {
      parts.add(new CodedText.Part(turn.role(), turn.text()));
    }
    List<String> memos =
        memos().stream()
            .filter(memo -> memo.on() == On.SESSION && memo.subject().equals(session.session()))
            .map(Memo::text)
            .toList();
    return new CodedText(
        session.session(),
        session.client(),
        parts,
        Map.of("day", Integer.toString(session.day())),
        marks,
        memos);
  }

  private Map<String, List<CodedText.Mark>> marks() {
    Map<String, List<CodedText.Mark>> marks = new TreeMap<>();
    for (Coded coded : study.codings()) {
      boolean seen =
          coded.coder().equals(asker)
              || (study.duty(coded.coder(), coded.session()).orElse(null) == Duty.CODING
                  && study.isOpenToComparison(coded.session()));
      if (seen) {
        add(marks, coded, coded.id(), coded.coder());
      }
    }
    study.consensus().forEach(coded -> add(marks, coded, CONSENSUS + "/" + coded.id(), CONSENSUS));
    return marks;
  }

  private void add(Map<String, List<CodedText.Mark>> marks, Coded coded, String id, String rater) {
    ReleasedSession session = corpus.sessions().get(coded.session());
    if (session == null) {
      return;
    }
    for (int part = 0; part < session.turns().size(); part++) {
      ReleasedTurn turn = session.turns().get(part);
      if (turn.index() == coded.turn() && coded.end() <= turn.text().length()) {
        marks
            .computeIfAbsent(coded.session(), key -> new ArrayList<>())
            .add(
                new CodedText.Mark(
                    id, coded.code(), part, coded.span(), rater, null, memo(id), Map.of()));
      }
    }
  }

  /** All memos on a coding in one: a coding has one place for them. */
  private @Nullable String memo(String coding) {
    return memos().stream()
        .filter(memo -> memo.on() == On.CODING && memo.subject().equals(coding))
        .map(StudyEvent.Memo::text)
        .reduce((one, other) -> one + "\n\n" + other)
        .orElse(null);
  }

  private CodeTrees trees() {
    Map<String, Map<String, Object>> parts = new TreeMap<>();
    for (StudyCode code : study.codes().codes()) {
      Map<String, Object> own = new LinkedHashMap<>();
      own.put("id", code.id());
      own.put("name", code.name());
      own.put("definition", code.definition());
      parts.put(CodeTrees.guid(code.id()), own);
    }
    return new CodeTrees(below(null), parts);
  }

  private List<QdaProject.Code> below(@Nullable String parent) {
    List<QdaProject.Code> codes = new ArrayList<>();
    for (StudyCode code : study.codes().codes()) {
      if (Objects.equals(code.parent(), parent)) {
        codes.add(
            new QdaProject.Code(
                CodeTrees.guid(code.id()),
                code.name().isBlank() ? code.id() : code.name(),
                true,
                null,
                code.definition(),
                notes(code.id()),
                below(code.id())));
      }
    }
    return codes;
  }

  private List<String> notes(String code) {
    List<String> guids = new ArrayList<>();
    for (Memo memo : memos()) {
      if (memo.on() == On.CODE && memo.subject().equals(code)) {
        String guid = CodeTrees.guid("memo/" + memo.id());
        String line = memo.text().lines().findFirst().orElse("");
        notes.add(
            new QdaProject.Note(guid, line.substring(0, Math.min(line.length(), 80)), memo.text()));
        guids.add(guid);
      }
    }
    return guids;
  }
}
