package org.throughline.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.coding.Rater;
import org.throughline.language.Token;
import org.throughline.transcript.Span;

/**
 * The meaning of a question, spelled out as slowly and plainly as possible: try every stretch of
 * every turn. What the index answers has to be this.
 */
final class Reference {

  private record Stretch(int start, int end) implements Comparable<Stretch> {
    @Override
    public int compareTo(Stretch other) {
      return start != other.start
          ? Integer.compare(start, other.start)
          : Integer.compare(end, other.end);
    }

    boolean holds(Stretch other) {
      return start <= other.start && other.end <= end;
    }
  }

  private final IndexedSession session;
  private final IndexedTurn turn;
  private final List<Token> words;
  private final List<Map<Layer, Set<String>>> layers = new ArrayList<>();

  private Reference(IndexedSession session, IndexedTurn turn) {
    this.session = session;
    this.turn = turn;
    this.words = turn.tokens().stream().filter(Token::isWord).toList();
    for (Token word : words) {
      Map<Layer, Set<String>> here = new EnumMap<>(Layer.class);
      for (Layer layer : Layer.values()) {
        here.put(layer, values(layer, word));
      }
      layers.add(here);
    }
  }

  static List<Reference> of(Library library) {
    return library.sessions().stream()
        .flatMap(session -> session.turns().stream().map(turn -> new Reference(session, turn)))
        .toList();
  }

  /** "session.turn marks" of every permitted turn that answers, in the order asked for. */
  static List<String> answer(
      List<Reference> turns, Expression what, Visible visible, QuoteQuery.Order order) {
    List<Reference> found = new ArrayList<>();
    for (Reference turn : turns) {
      boolean seen =
          switch (visible) {
            case Visible.Everyone everyone -> true;
            case Visible.Clients clients -> clients.ids().contains(turn.session.client());
          };
      if (seen && turn.answers(what)) {
        found.add(turn);
      }
    }
    Comparator<Reference> asSpoken =
        Comparator.<Reference, String>comparing(r -> r.session.id())
            .thenComparingInt(r -> r.turn.index());
    found.sort(
        switch (order) {
          case NEWEST ->
              Comparator.<Reference, java.time.LocalDate>comparing(r -> r.session.date())
                  .reversed()
                  .thenComparing(asSpoken);
          case OLDEST ->
              Comparator.<Reference, java.time.LocalDate>comparing(r -> r.session.date())
                  .thenComparing(asSpoken);
          case CLIENT ->
              Comparator.<Reference, String>comparing(r -> r.session.client())
                  .thenComparing(r -> r.session.date())
                  .thenComparing(asSpoken);
        });
    return found.stream()
        .map(r -> r.session.id() + "." + r.turn.index() + " " + r.marks(what))
        .toList();
  }

  private boolean answers(Expression what) {
    return switch (what) {
      case Expression.All all -> true;
      case Expression.And and -> and.parts().stream().allMatch(this::answers);
      case Expression.Or or -> or.parts().stream().anyMatch(this::answers);
      case Expression.Not not -> !answers(not.part());
      case Expression.Has has -> !stretches(has.pattern()).isEmpty();
      case Expression.Where where -> passes(where.filter());
    };
  }

  private boolean passes(Filter filter) {
    return switch (filter) {
      case Filter.Speaker speaker -> turn.role() == speaker.role();
      case Filter.Client client -> session.client().equals(client.id());
      case Filter.AnySession any -> any.ids().contains(session.id());
      case Filter.AnyClient any -> any.ids().contains(session.client());
      case Filter.Turns turns ->
          turns.bySession().getOrDefault(session.id(), Set.of()).contains(turn.index());
      case Filter.Session id -> session.id().equals(id.id());
      case Filter.Numbers numbers ->
          numbers.from() <= session.number() && session.number() <= numbers.to();
      case Filter.Dates dates ->
          !session.date().isBefore(dates.from()) && !session.date().isAfter(dates.to());
      case Filter.KeptElsewhere elsewhere -> throw new AssertionError(elsewhere);
      case Filter.Codebook codebook ->
          codings().stream()
              .anyMatch(
                  c ->
                      c.coding().rater() instanceof Rater.Machine machine
                          && machine.codebook().equals(codebook.version()));
      case Filter.Source source ->
          codings().stream().anyMatch(c -> Origin.of(c.coding().rater()) == source.origin());
    };
  }

  private List<IndexedCoding> codings() {
    return session.codings().stream()
        .filter(c -> c.coding().turn() == turn.index())
        .filter(c -> c.status() != IndexedCoding.Status.REJECTED)
        .toList();
  }

  private Set<String> at(int word, Layer layer) {
    return layers.get(word).getOrDefault(layer, Set.of());
  }

  private boolean passes(TokenTest test, int word) {
    return switch (test) {
      case TokenTest.Anything anything -> true;
      case TokenTest.Is is -> at(word, is.layer()).contains(is.value());
      case TokenTest.Begins begins ->
          at(word, begins.layer()).stream().anyMatch(v -> v.startsWith(begins.prefix()));
      case TokenTest.Not not -> !passes(not.test(), word);
      case TokenTest.All all -> all.tests().stream().allMatch(t -> passes(t, word));
      case TokenTest.Any any -> any.tests().stream().anyMatch(t -> passes(t, word));
    };
  }

  private Set<String> values(Layer layer, Token token) {
    Set<String> values = new TreeSet<>();
    switch (layer) {
      case WORD -> values.add(token.folded());
      case LEMMA -> values.add(token.lemma());
      case POS -> values.add(token.pos().name());
      case FORM -> {
        if (token.form() != Token.Form.NONE) {
          values.add(token.form().name());
        }
      }
      case FILLER -> {
        if (token.filler()) {
          values.add("");
        }
      }
      case SENTENCE -> {
        if (opensSentence(token)) {
          values.add("");
        }
      }
      case CODE, CONFIRMED, OWN -> {
        for (IndexedCoding coding : codings()) {
          if (coding.coding().span().overlaps(token.span())
              && (layer != Layer.CONFIRMED || coding.status() == IndexedCoding.Status.CONFIRMED)
              && (layer != Layer.OWN || coding.coding().attributes().counts())) {
            values.add("");
            String[] names = coding.coding().code().split("\\.", -1);
            for (int i = 1; i <= names.length; i++) {
              values.add(String.join(".", java.util.Arrays.copyOf(names, i)));
            }
          }
        }
      }
    }
    return values;
  }

  private boolean opensSentence(Token token) {
    return turn.sentences().stream()
        .anyMatch(
            s ->
                turn.tokens().subList(s.firstToken(), s.endToken()).stream()
                    .filter(Token::isWord)
                    .findFirst()
                    .filter(token::equals)
                    .isPresent());
  }

  private Set<Stretch> stretches(Pattern pattern) {
    Set<Stretch> found = new TreeSet<>();
    switch (pattern) {
      case Pattern.Regular row -> {
        for (int start = 0; start < words.size(); start++) {
          for (int end : ends(row, start)) {
            if (end > start) {
              found.add(new Stretch(start, end));
            }
          }
        }
      }
      case Pattern.Run run -> {
        for (int start = 0; start < words.size(); start++) {
          if (passes(run.test(), start) && (start == 0 || !passes(run.test(), start - 1))) {
            int end = start;
            while (end < words.size() && passes(run.test(), end)) {
              end++;
            }
            found.add(new Stretch(start, end));
          }
        }
      }
      case Pattern.Sentences sentences -> {
        int start = 0;
        for (int end = 1; end <= words.size(); end++) {
          if (end == words.size() || at(end, Layer.SENTENCE).contains("")) {
            found.add(new Stretch(start, end));
            start = end;
          }
        }
      }
      case Pattern.AnyOf anyOf -> anyOf.parts().forEach(part -> found.addAll(stretches(part)));
      case Pattern.Near near -> found.addAll(innermost(pairs(near)));
      case Pattern.SameSentence same -> found.addAll(innermost(pairs(same)));
      case Pattern.Within within -> {
        Set<Stretch> outer = stretches(within.outer());
        stretches(within.inner()).stream()
            .filter(inner -> outer.stream().anyMatch(o -> o.holds(inner)))
            .forEach(found::add);
      }
    }
    return found;
  }

  private Set<Integer> ends(Pattern.Regular row, int start) {
    Set<Integer> ends = new TreeSet<>();
    switch (row) {
      case Pattern.Word word -> {
        if (start < words.size() && passes(word.test(), start)) {
          ends.add(start + 1);
        }
      }
      case Pattern.Sequence sequence -> {
        Set<Integer> here = Set.of(start);
        for (int i = 0; i < sequence.parts().size(); i++) {
          Set<Integer> next = new TreeSet<>();
          for (int at : i == 0 ? here : overFillers(here)) {
            next.addAll(ends(sequence.parts().get(i), at));
          }
          here = next;
        }
        ends.addAll(here);
      }
      case Pattern.Either either -> either.parts().forEach(p -> ends.addAll(ends(p, start)));
      case Pattern.Repeat repeat -> {
        Set<Integer> here = Set.of(start);
        for (int times = 0; times <= repeat.max(); times++) {
          if (times >= repeat.min()) {
            ends.addAll(here);
          }
          Set<Integer> next = new TreeSet<>();
          for (int at : times == 0 ? here : overFillers(here)) {
            next.addAll(ends(repeat.part(), at));
          }
          here = next;
        }
      }
    }
    return ends;
  }

  private Set<Integer> overFillers(Set<Integer> starts) {
    Set<Integer> all = new TreeSet<>(starts);
    for (int at : starts) {
      for (int i = at; i < words.size() && words.get(i).filler(); i++) {
        all.add(i + 1);
      }
    }
    return all;
  }

  private Set<Stretch> pairs(Pattern.Near near) {
    Set<Stretch> found = new TreeSet<>();
    for (Stretch a : stretches(near.first())) {
      for (Stretch b : stretches(near.second())) {
        boolean twice = near.first().equals(near.second()) && a.equals(b);
        int apart =
            a.end <= b.start ? b.start - a.end + 1 : b.end <= a.start ? a.start - b.end + 1 : 0;
        if (!twice && apart <= near.distance() && (!near.ordered() || a.start < b.start)) {
          found.add(new Stretch(Math.min(a.start, b.start), Math.max(a.end, b.end)));
        }
      }
    }
    return found;
  }

  private Set<Stretch> pairs(Pattern.SameSentence same) {
    Set<Stretch> found = new TreeSet<>();
    Set<Stretch> sentences = stretches(new Pattern.Sentences());
    for (Stretch a : stretches(same.first())) {
      for (Stretch b : stretches(same.second())) {
        Stretch both = new Stretch(Math.min(a.start, b.start), Math.max(a.end, b.end));
        boolean twice = same.first().equals(same.second()) && a.equals(b);
        if (!twice && sentences.stream().anyMatch(s -> s.holds(both))) {
          found.add(both);
        }
      }
    }
    return found;
  }

  private static Set<Stretch> innermost(Set<Stretch> stretches) {
    Set<Stretch> kept = new TreeSet<>();
    for (Stretch one : stretches) {
      if (stretches.stream().noneMatch(other -> !other.equals(one) && one.holds(other))) {
        kept.add(one);
      }
    }
    return kept;
  }

  /** All stretches of all patterns not under a NOT, overlapping ones joined, as text offsets. */
  private List<Span> marks(Expression what) {
    boolean[] joined = new boolean[words.size() + 1];
    TreeSet<Stretch> all = new TreeSet<>();
    collect(what, all);
    TreeSet<Integer> starts = new TreeSet<>();
    for (Stretch one : all) {
      starts.add(one.start);
      for (int i = one.start + 1; i < one.end; i++) {
        joined[i] = true;
      }
    }
    List<Span> marks = new ArrayList<>();
    for (int start : starts) {
      if (!joined[start]) {
        int end = start + 1;
        while (end < words.size() && joined[end]) {
          end++;
        }
        marks.add(words.get(start).span().cover(words.get(end - 1).span()));
      }
    }
    return marks;
  }

  private void collect(Expression what, Set<Stretch> all) {
    switch (what) {
      case Expression.And and -> and.parts().forEach(part -> collect(part, all));
      case Expression.Or or -> or.parts().forEach(part -> collect(part, all));
      case Expression.Has has -> all.addAll(stretches(has.pattern()));
      case Expression.Not not -> {}
      case Expression.Where where -> {}
      case Expression.All everything -> {}
    }
  }
}
