package org.throughline.quote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.Coding;
import org.throughline.language.Analyzer;
import org.throughline.transcript.Turn;

/**
 * One session as the index takes it in. Putting a session again replaces the whole of it.
 *
 * @param id the record's opaque session id
 * @param client the record's opaque client id: what consent is asked for
 * @param clinician the record's opaque account id
 * @param number the how-manieth session with this client, from 1
 * @param problems ids of the problems this session is filed under
 */
public record IndexedSession(
    String id,
    String client,
    String clinician,
    int number,
    LocalDate date,
    Set<String> problems,
    List<IndexedTurn> turns,
    List<IndexedCoding> codings) {

  public IndexedSession {
    problems = Set.copyOf(problems);
    turns = List.copyOf(turns);
    codings = List.copyOf(codings);
    if (id.isBlank() || client.isBlank()) {
      throw new IllegalArgumentException("a session needs an id and a client");
    }
  }

  /** A freshly coded transcript, every coding still a suggestion. */
  public static IndexedSession of(
      String id,
      String client,
      String clinician,
      int number,
      LocalDate date,
      CodedTranscript coded,
      Analyzer analyzer) {
    List<IndexedTurn> turns = new ArrayList<>();
    for (Turn turn : coded.transcript().turns()) {
      turns.add(IndexedTurn.of(turn, analyzer.analyze(turn.text())));
    }
    List<IndexedCoding> codings = new ArrayList<>();
    for (Coding coding : coded.codings()) {
      codings.add(
          new IndexedCoding(id + "-" + codings.size(), coding, IndexedCoding.Status.SUGGESTED));
    }
    return new IndexedSession(id, client, clinician, number, date, Set.of(), turns, codings);
  }

  @Override
  public String toString() {
    return "IndexedSession[" + id + ", turns=" + turns.size() + ", codings=" + codings.size() + "]";
  }
}
