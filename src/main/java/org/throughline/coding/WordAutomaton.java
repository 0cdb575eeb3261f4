package org.throughline.coding;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.codebook.WordPattern;
import org.throughline.codebook.WordPattern.Element;
import org.throughline.codebook.WordPattern.Piece;
import org.throughline.language.AnalyzedTurn;
import org.throughline.language.Token;

/**
 * All word patterns of all codebooks in one automaton, so that a turn is read once however many
 * cues there are: at each word only the patterns whose first word stands there are followed.
 *
 * <p>States hang together by the words that lead from one to the next; a word may lead on by its
 * surface, by its lemma, or by its part of speech.
 */
final class WordAutomaton {

  /** A run of tokens {@code [first, end)} that a pattern matched. */
  record Run(int first, int end) {}

  private static final class State {
    final Map<String, List<Edge>> byWord = new HashMap<>();
    final List<Edge> byShape = new ArrayList<>();
    final List<Integer> accepts = new ArrayList<>(1);

    /** States reached without a word: behind a place that may be left out, and where ways meet. */
    final List<State> skips = new ArrayList<>(1);

    /** The states already made from here, so that patterns share their beginnings. */
    final Map<Element, State> steps = new LinkedHashMap<>();
  }

  /** A step; its regular expression, if it has one, is compiled once. */
  private record Edge(Element element, @Nullable Pattern regex, State target) {}

  private final State start = new State();
  private int patterns;

  /** Adds alternatives and returns the number under which their matches are reported. */
  int add(List<WordPattern> alternatives) {
    int id = patterns++;
    State accepting = new State();
    accepting.accepts.add(id);
    for (WordPattern pattern : alternatives) {
      build(start, pattern.pieces()).skips.add(accepting);
    }
    return id;
  }

  /** The state reached behind a row of pieces. */
  private State build(State from, List<Piece> pieces) {
    State at = from;
    for (Piece piece : pieces) {
      at =
          switch (piece) {
            case Element element -> place(at, element);
            case Piece.Choice choice -> choice(at, choice);
          };
    }
    return at;
  }

  private State place(State from, Element element) {
    State behind = step(from, element);
    if (!element.optional() || element.anchor() != ' ') {
      return behind;
    }
    State join = new State();
    behind.skips.add(join);
    from.skips.add(join);
    return join;
  }

  private State choice(State from, Piece.Choice choice) {
    State join = new State();
    choice.ways().forEach(way -> build(from, way).skips.add(join));
    return join;
  }

  private State step(State from, Element element) {
    return from.steps.computeIfAbsent(
        element,
        e -> {
          State target = new State();
          Pattern regex =
              e.regex().isEmpty() ? null : Pattern.compile(e.regex(), Pattern.CASE_INSENSITIVE);
          Edge edge = new Edge(e, regex, target);
          if (e.words().isEmpty() || e.prefix()) {
            from.byShape.add(edge);
          } else {
            for (String word : e.words()) {
              from.byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(edge);
            }
          }
          return target;
        });
  }

  /** All matches in a turn, by pattern number. */
  Map<Integer, List<Run>> match(AnalyzedTurn turn) {
    Map<Integer, List<Run>> found = new HashMap<>();
    boolean[] sentenceStart = new boolean[turn.tokens().size() + 1];
    turn.sentences().forEach(sentence -> sentenceStart[sentence.firstToken()] = true);
    Walk walk = new Walk(turn.tokens(), sentenceStart, found);
    for (int i = 0; i < turn.tokens().size(); i++) {
      if (!turn.tokens().get(i).filler()) {
        walk.from = i;
        walk.follow(start, i, i);
      }
    }
    return found;
  }

  /** One reading of a turn from one first token on. */
  private static final class Walk {
    private final List<Token> tokens;
    private final boolean[] sentenceStart;
    private final Map<Integer, List<Run>> found;
    private int from;

    Walk(List<Token> tokens, boolean[] sentenceStart, Map<Integer, List<Run>> found) {
      this.tokens = tokens;
      this.sentenceStart = sentenceStart;
      this.found = found;
    }

    /**
     * @param at where the next word is sought
     * @param end one past the last word matched so far
     */
    void follow(State state, int at, int end) {
      if (end > from) {
        for (int pattern : state.accepts) {
          report(pattern, end);
        }
      }
      for (State skip : state.skips) {
        follow(skip, at, end);
      }
      int word = next(at, end > from);
      for (Edge edge : state.byShape) {
        char anchor = edge.element().anchor();
        if (anchor == '^') {
          if (startsSentence(at)) {
            follow(edge.target(), at, end);
          }
        } else if (anchor == '$') {
          if (endsSentence(at)) {
            follow(edge.target(), at, end);
          }
        } else if (word >= 0 && fits(edge, tokens.get(word))) {
          follow(edge.target(), word + 1, word + 1);
        }
      }
      if (word < 0 || state.byWord.isEmpty()) {
        return;
      }
      Token token = tokens.get(word);
      List<Edge> bySurface = state.byWord.get(token.folded());
      if (bySurface != null) {
        for (Edge edge : bySurface) {
          if (hasPos(edge.element(), token)) {
            follow(edge.target(), word + 1, word + 1);
          }
        }
      }
      if (token.lemma().equals(token.folded())) {
        return;
      }
      List<Edge> byLemma = state.byWord.get(token.lemma());
      if (byLemma != null) {
        for (Edge edge : byLemma) {
          boolean again = bySurface != null && bySurface.contains(edge);
          if (!again && !edge.element().surfaceOnly() && hasPos(edge.element(), token)) {
            follow(edge.target(), word + 1, word + 1);
          }
        }
      }
    }

    private void report(int pattern, int end) {
      List<Run> runs = found.computeIfAbsent(pattern, p -> new ArrayList<>());
      for (int i = runs.size() - 1; i >= 0 && runs.get(i).first() == from; i--) {
        if (runs.get(i).end() == end) {
          return;
        }
      }
      runs.add(new Run(from, end));
    }

    /** The next word in the same sentence; commas and dashes are stepped over inside a phrase. */
    private int next(int at, boolean inside) {
      for (int i = at; i < tokens.size(); i++) {
        if (inside && sentenceStart[i]) {
          return -1;
        }
        Token token = tokens.get(i);
        if (token.filler()) {
          continue;
        }
        if (token.isWord()) {
          return i;
        }
        if (!inside || !isSoft(token)) {
          return -1;
        }
      }
      return -1;
    }

    private static boolean isSoft(Token token) {
      return switch (token.folded()) {
        case ",", "-", "--", "—", "–", "...", "…", "\"", "'" -> true;
        default -> false;
      };
    }

    private boolean startsSentence(int at) {
      for (int i = at; i >= 0; i--) {
        if (sentenceStart[i]) {
          return true;
        }
        if (i > 0 && tokens.get(i - 1).isWord() && !tokens.get(i - 1).filler()) {
          return false;
        }
      }
      return true;
    }

    private boolean endsSentence(int at) {
      for (int i = at; i < tokens.size() && !(sentenceStart[i] && i > from); i++) {
        if (tokens.get(i).isWord() && !tokens.get(i).filler()) {
          return false;
        }
      }
      return true;
    }

    private static boolean fits(Edge edge, Token token) {
      if (edge.regex() != null) {
        return edge.regex().matches(token.folded());
      }
      return hasPos(edge.element(), token)
          && (edge.element().words().isEmpty()
              || edge.element().words().stream().anyMatch(token.folded()::startsWith));
    }

    private static boolean hasPos(Element element, Token token) {
      return element.pos().isEmpty() || element.pos().equals(token.pos().name());
    }
  }
}
