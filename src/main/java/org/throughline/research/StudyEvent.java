package org.throughline.research;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.Span;

/** Something that happened in a study. Offsets are UTF-16 units of a released turn's text. */
public sealed interface StudyEvent {

  /** Who codes what for. */
  enum Duty {
    /** Coding that counts. */
    CODING,
    /** The expert's key. */
    KEY,
    /** Practice on sessions that have a key. */
    TRAINING
  }

  /** What a memo is on. */
  enum On {
    CODE,
    SESSION,
    CODING
  }

  /**
   * The study begins.
   *
   * @param seed of everything drawn at random
   */
  record Created(String name, String question, Criteria criteria, long seed)
      implements StudyEvent {}

  /** The codes from now on. */
  record CodesSet(List<StudyCode> codes) implements StudyEvent {
    public CodesSet {
      codes = List.copyOf(codes);
    }
  }

  /** The corpus. */
  record CorpusPinned(List<Pinned> sessions) implements StudyEvent {
    public CorpusPinned {
      sessions = List.copyOf(sessions);
    }
  }

  /** Somebody is to code sessions. */
  record Assigned(String coder, Duty duty, List<String> sessions) implements StudyEvent {
    public Assigned {
      sessions = List.copyOf(sessions);
    }
  }

  /** A coding. */
  record Coded(String id, String coder, String session, int turn, int start, int end, String code)
      implements StudyEvent {

    public Span span() {
      return new Span(start, end);
    }
  }

  /** A coding is taken back by its coder. */
  record Removed(String coding, String coder) implements StudyEvent {}

  /** A coder is done with a session. */
  record Finished(String coder, String session) implements StudyEvent {}

  /**
   * A memo.
   *
   * @param subject id of what it is on
   * @param session whose words it may quote; null for a memo on a code
   */
  record Memo(
      String id, String author, On on, String subject, @Nullable String session, String text)
      implements StudyEvent {
    @Override
    public String toString() {
      return "Memo[" + id + ", on=" + on + "]";
    }
  }

  /**
   * What the adjudicator holds to be right.
   *
   * @param applies false if the code does not belong there
   */
  record Settled(
      String session, int turn, int start, int end, String code, boolean applies, String by)
      implements StudyEvent {

    public Span span() {
      return new Span(start, end);
    }
  }

  /**
   * Nothing changes any more.
   *
   * @param hash of codes, corpus and codings
   */
  record Frozen(String hash) implements StudyEvent {}

  /** The session whose client's words or codings the event holds; null for none. */
  default @Nullable String aboutSession() {
    return switch (this) {
      case Coded coded -> coded.session();
      case Memo memo -> memo.session();
      case Settled settled -> settled.session();
      case Created created -> null;
      case CodesSet codes -> null;
      case CorpusPinned corpus -> null;
      case Assigned assigned -> null;
      case Removed removed -> null;
      case Finished finished -> null;
      case Frozen frozen -> null;
    };
  }
}
