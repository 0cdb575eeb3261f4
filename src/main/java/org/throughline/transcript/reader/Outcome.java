package org.throughline.transcript.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

/** From what a reader has said to what the user is told: roles, questions, report. */
record Outcome(
    Upload upload,
    Answers answers,
    String dialect,
    String why,
    Draft draft,
    @Nullable Furniture furniture) {

  private static final int TURNS_SHOWN = 5;
  private static final int FEW_TURNS = 2;

  ImportResult result() {
    Finishing finished = Finishing.of(draft);
    Map<String, RoleDecision> decided = decide(finished.turns());
    boolean anyLabel = finished.turns().stream().anyMatch(turn -> turn.label() != null);
    Role answered = answers.roles().get(Answers.NO_SPEAKER);
    Role unnamed = answered == null ? draft.unnamed : answered;
    if (unnamed == null && anyLabel) {
      unnamed = Role.UNATTRIBUTED;
    }
    List<Turn> turns = new ArrayList<>();
    for (Turn turn : finished.turns()) {
      String label = turn.label();
      RoleDecision decision = label == null ? null : decided.get(label);
      turns.add(turn.withRole(label == null ? unnamed : decision == null ? null : decision.role()));
    }
    ImportReport report = report(finished, decided.values());
    if (furniture != null && furniture.hasSummary() && !anyLabel) {
      return new ImportResult.Refused(
          "the file is a summary of a session, not a transcript: nobody speaks in it",
          "Export the transcript itself; a summary is never counted as anybody's words.",
          null,
          report);
    }
    if (turns.isEmpty()) {
      return new ImportResult.Refused(
          "the file holds no speech", "Choose the file with the transcript.", null, report);
    }
    List<Question> questions = new ArrayList<>(draft.questions);
    Set<String> labels = new LinkedHashSet<>();
    ask(turns, questions, labels);
    askAboutSummary(turns, questions);
    askAboutPages(turns, questions);
    if (!draft.source.encoding().certain() && !answers.accepted()) {
      questions.add(encodingQuestion(draft.source));
    }
    Transcript transcript = new Transcript(turns);
    return questions.isEmpty()
        ? new ImportResult.Imported(transcript, report)
        : new ImportResult.NeedsMapping(transcript, labels, questions, report);
  }

  /** A summary with hardly a spoken line under it: somebody should look before it is kept. */
  private void askAboutSummary(List<Turn> turns, List<Question> questions) {
    boolean doubtful =
        furniture != null && furniture.summaryLines() > 0 && turns.size() <= FEW_TURNS;
    if (doubtful && !answers.accepted()) {
      questions.add(
          new Question(
              Question.Kind.NOT_SPEECH,
              "summary",
              "The file is mostly a summary, which was left out. Are the few lines that remain a"
                  + " transcript?",
              List.of("accept", "cancel"),
              List.of()));
    }
  }

  /** A PDF says where each letter is printed, not which follows which. */
  private void askAboutPages(List<Turn> turns, List<Question> questions) {
    if (draft.source.container().equals("pdf") && !answers.accepted()) {
      questions.add(
          new Question(
              Question.Kind.PREVIEW,
              "pdf",
              "In a PDF the order of the words is a guess. Compare the turns with the document: are"
                  + " they complete and in order?",
              List.of("accept", "cancel"),
              turns.stream().limit(TURNS_SHOWN).map(Turn::index).toList()));
    }
  }

  private Map<String, RoleDecision> decide(List<Turn> turns) {
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
        List.of("accept", "windows-1252", "ISO-8859-15"),
        List.of());
  }

  private ImportReport report(Finishing finished, Iterable<RoleDecision> decided) {
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
