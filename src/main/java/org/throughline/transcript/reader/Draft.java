package org.throughline.transcript.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Role;
import org.throughline.transcript.report.Question;
import org.throughline.transcript.source.Source;

/**
 * What a reader has said so far about a source: who speaks, which stretches are speech, which only
 * structure, which are dropped and why.
 *
 * <p>Speech is always a stretch of the source, never a string of the reader's making. That is what
 * lets {@link Finishing} account for every character.
 */
public final class Draft {

  final Source source;
  final Ledger ledger;
  final List<Utterance> utterances = new ArrayList<>();
  final Map<String, Role> statedRoles = new LinkedHashMap<>();
  final List<String> notes = new ArrayList<>();
  final List<Question> questions = new ArrayList<>();
  @Nullable Role unnamed;
  private @Nullable String speaker;

  Draft(Source source) {
    this.source = source;
    this.ledger = new Ledger(source);
  }

  /** Somebody begins to speak: the label as the file writes it, null if it names nobody. */
  Draft turn(@Nullable String label, @Nullable Long startMs) {
    speaker = label;
    utterances.add(new Utterance(label, startMs, false));
    return this;
  }

  /** A piece without a speaker of its own: it goes to the speaker before, marked as a guess. */
  Draft carriedOver(@Nullable Long startMs) {
    utterances.add(new Utterance(speaker, startMs, speaker != null));
    return this;
  }

  /** A turn that is never joined to its neighbours. */
  Draft separateTurn(@Nullable String label, @Nullable Long startMs) {
    turn(label, startMs);
    current().separate = true;
    return this;
  }

  boolean hasTurn() {
    return !utterances.isEmpty();
  }

  /** The current speaker says this stretch, joined to what was said before by {@code joint}. */
  Draft say(int start, int end, String joint) {
    ledger.claim(start, end);
    current().append(source.text(), start, end, joint);
    return this;
  }

  /** Likewise, and even what looks like a remark in brackets stays. */
  Draft sayLiterally(int start, int end, String joint) {
    ledger.claim(start, end);
    current().append(source.text(), start, end, joint);
    current().protect(end - start);
    return this;
  }

  /** Likewise, with character references written as what they mean. */
  Draft sayMarkup(int start, int end, String joint) {
    ledger.claim(start, end);
    current().appendMarkup(source.text(), start, end, joint, ledger);
    return this;
  }

  /** When the current piece ends. */
  Draft until(@Nullable Long endMs) {
    if (hasTurn() && endMs != null) {
      current().endMs = endMs;
    }
    return this;
  }

  Draft structure(int start, int end) {
    ledger.structure(start, end);
    return this;
  }

  Draft drop(int start, int end, String reason) {
    ledger.drop(start, end, reason);
    return this;
  }

  /** The file itself says what role a label has. */
  Draft role(String label, Role role) {
    statedRoles.put(label, role);
    return this;
  }

  /** Whose words those are that no label stands before. */
  Draft unnamed(Role role) {
    unnamed = role;
    return this;
  }

  Draft note(String note) {
    if (!notes.contains(note)) {
      notes.add(note);
    }
    return this;
  }

  Draft ask(Question question) {
    questions.add(question);
    return this;
  }

  private Utterance current() {
    if (utterances.isEmpty()) {
      turn(null, null);
    }
    return utterances.getLast();
  }

  /** How often each label speaks; a null label is not counted. */
  Map<String, Integer> voices() {
    Map<String, Integer> voices = new HashMap<>();
    for (Utterance utterance : utterances) {
      if (utterance.label != null) {
        voices.merge(utterance.label, 1, Integer::sum);
      }
    }
    return voices;
  }

  @Override
  public String toString() {
    return "Draft[utterances=" + utterances.size() + "]";
  }
}
