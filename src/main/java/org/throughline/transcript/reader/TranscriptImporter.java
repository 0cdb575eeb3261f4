package org.throughline.transcript.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Role;
import org.throughline.transcript.Transcript;
import org.throughline.transcript.Turn;
import org.throughline.transcript.Upload;
import org.throughline.transcript.report.ImportReport;
import org.throughline.transcript.report.ImportReport.CarriedOver;
import org.throughline.transcript.report.ImportReport.RoleDecision;
import org.throughline.transcript.report.ImportResult;
import org.throughline.transcript.report.Question;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.Sources;
import org.throughline.transcript.source.UnreadableException;

/** Reads an upload in whatever dialect it is. A pure function: the same bytes, the same result. */
public final class TranscriptImporter {

  private static final int TURNS_SHOWN = 5;

  private TranscriptImporter() {}

  /**
   * Reads an upload for a client whose labels may be known from earlier uploads.
   *
   * @param knownLabels who is behind each label, as answered before; see {@link Answers#roles}
   */
  public static ImportResult read(Upload upload, Map<String, Role> knownLabels) {
    return read(upload, Answers.roles(knownLabels));
  }

  /** Reads an upload, given everything that was answered so far. */
  public static ImportResult read(Upload upload, Answers answers) {
    try {
      Source source = Sources.open(upload, answers.charset());
      for (TranscriptReader reader : Dialects.ALL) {
        Optional<String> why = reader.detect(source);
        if (why.isPresent()) {
          Draft draft = new Draft(source);
          reader.read(source, draft);
          return result(upload, answers, reader.dialect(), why.get(), draft);
        }
      }
      return new ImportResult.Refused(
          "no known transcript layout was found in the file",
          "Write each turn on a line of its own as \"T: …\" and \"C: …\", or export it again as"
              + " VTT, SRT, DOCX or plain text.",
          null,
          null);
    } catch (UnreadableException e) {
      return new ImportResult.Refused(e.reason(), e.fix(), e.line(), null);
    }
  }

  private static ImportResult result(
      Upload upload, Answers answers, String dialect, String why, Draft draft) {
    Finishing finished = Finishing.of(draft);
    Map<String, RoleDecision> decided = decide(finished.turns(), draft, answers);
    boolean anyLabel = finished.turns().stream().anyMatch(turn -> turn.label() != null);
    Role unnamed = answers.roles().get(Answers.NO_SPEAKER);
    if (unnamed == null && anyLabel) {
      unnamed = Role.UNATTRIBUTED;
    }
    List<Turn> turns = new ArrayList<>();
    for (Turn turn : finished.turns()) {
      String label = turn.label();
      RoleDecision decision = label == null ? null : decided.get(label);
      turns.add(turn.withRole(label == null ? unnamed : decision == null ? null : decision.role()));
    }
    ImportReport report = report(upload, dialect, why, draft, finished, decided.values());
    if (turns.isEmpty()) {
      return new ImportResult.Refused(
          "the file holds no speech", "Choose the file with the transcript.", null, report);
    }
    List<Question> questions = new ArrayList<>(draft.questions);
    Set<String> labels = new LinkedHashSet<>();
    ask(turns, questions, labels);
    if (!draft.source.encoding().certain()) {
      questions.add(encodingQuestion(draft.source));
    }
    Transcript transcript = new Transcript(turns);
    return questions.isEmpty()
        ? new ImportResult.Imported(transcript, report)
        : new ImportResult.NeedsMapping(transcript, labels, questions, report);
  }

  private static Map<String, RoleDecision> decide(List<Turn> turns, Draft draft, Answers answers) {
    Set<String> labels = new LinkedHashSet<>();
    for (Turn turn : turns) {
      if (turn.label() != null) {
        labels.add(turn.label());
      }
    }
    Map<String, Role> byWord = RoleWords.in(labels);
    Map<String, RoleDecision> decided = new LinkedHashMap<>();
    for (String label : labels) {
      RoleDecision decision = decision(label, answers.roles(), draft.statedRoles, byWord);
      if (decision != null) {
        decided.put(label, decision);
      }
    }
    return decided;
  }

  private static @Nullable RoleDecision decision(
      String label, Map<String, Role> known, Map<String, Role> stated, Map<String, Role> byWord) {
    Role role = known.get(label);
    if (role != null) {
      return new RoleDecision(label, role, "you");
    }
    role = stated.get(label);
    if (role != null) {
      return new RoleDecision(label, role, "file");
    }
    role = byWord.get(label);
    return role == null ? null : new RoleDecision(label, role, "label");
  }

  private static void ask(List<Turn> turns, List<Question> questions, Set<String> labels) {
    Map<String, List<Integer>> open = new LinkedHashMap<>();
    for (Turn turn : turns) {
      if (turn.role() == null) {
        String label = turn.label() == null ? Answers.NO_SPEAKER : turn.label();
        List<Integer> where = open.computeIfAbsent(label, l -> new ArrayList<>());
        if (where.size() < TURNS_SHOWN) {
          where.add(turn.index());
        }
      }
    }
    List<String> roles = List.of("client", "therapist", "other");
    open.forEach(
        (label, where) -> {
          labels.add(label);
          questions.add(
              label.isEmpty()
                  ? new Question(
                      Question.Kind.NO_SPEAKER,
                      label,
                      "The file names no speaker. Import it as unattributed text, which no measure"
                          + " of the client counts?",
                      List.of("unattributed", "client", "therapist", "other"),
                      where)
                  : new Question(
                      Question.Kind.LABEL, label, "Who is behind this label?", roles, where));
        });
  }

  private static Question encodingQuestion(Source source) {
    return new Question(
        Question.Kind.ENCODING,
        source.encoding().charset(),
        "The file is not valid UTF-8 and was read as "
            + source.encoding().charset()
            + ". Do the lines in the preview look right?",
        List.of("windows-1252", "ISO-8859-15"),
        List.of());
  }

  private static ImportReport report(
      Upload upload,
      String dialect,
      String why,
      Draft draft,
      Finishing finished,
      Iterable<RoleDecision> decided) {
    for (String label : draft.voices().keySet()) {
      if (Labels.looksLikePhone(label)) {
        draft.note("a speaker label looks like a telephone number, which identifies a person");
      }
    }
    List<RoleDecision> roles = new ArrayList<>();
    decided.forEach(roles::add);
    List<CarriedOver> guesses = finished.carriedOver();
    return new ImportReport(
        dialect,
        why,
        draft.source.container(),
        upload.sha256(),
        upload.bytes().length,
        draft.source.encoding(),
        finished.turns().size(),
        finished.mergedPieces(),
        guesses.subList(0, Math.min(guesses.size(), ImportReport.LISTED)),
        roles,
        draft.ledger.dropped(),
        draft.ledger.droppedByReason(),
        draft.notes,
        finished.conservation());
  }
}
