package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.deidentify.SpeechCorpus.Marked;
import org.throughline.deidentify.SpeechCorpus.Talk;
import org.throughline.transcript.Role;
import org.throughline.transcript.Span;

/** Counts, word by word, what was found and what was not. */
final class DeidentificationFigures {

  private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  /** Words that identify: all, masked, and left to the reviewer. */
  static final class Count {
    int all;
    int masked;
    int queued;

    double maskedShare() {
      return (double) masked / all;
    }

    double seenShare() {
      return (double) (masked + queued) / all;
    }

    @Override
    public String toString() {
      return "%d of %d masked (%.4f), %d more queued (%.4f)"
          .formatted(masked, all, maskedShare(), queued, seenShare());
    }
  }

  final Map<String, Count> strata = new TreeMap<>();
  final List<Count> clients = new ArrayList<>();
  final Map<String, Integer> missed = new TreeMap<>();
  final Map<String, Integer> overmasked = new TreeMap<>();
  int harmless;
  int harmlessMasked;
  int harmlessQueued;
  int leaks;

  Count total() {
    Count total = new Count();
    for (Count count : clients) {
      total.all += count.all;
      total.masked += count.masked;
      total.queued += count.queued;
    }
    return total;
  }

  void add(Talk talk, List<Identified> found) {
    List<ReleasedTurn> released =
        found.stream().map(one -> new ReleasedTurn(0, Role.CLIENT, withoutQueued(one))).toList();
    leaks += new LeakScan(talk.card()).turns(released).size();
    Count client = new Count();
    for (int i = 0; i < found.size(); i++) {
      tokens(talk.texts().get(i), found.get(i), client);
    }
    clients.add(client);
  }

  /** As it would be released if the reviewer masked whatever waits. */
  private static String withoutQueued(Identified found) {
    List<Identifier> all =
        found.identifiers().stream()
            .map(one -> new Identifier(one.span(), one.kind(), one.evidence(), "x", false))
            .toList();
    return new Identified(found.text(), all).masked();
  }

  private void tokens(Marked marked, Identified found, Count client) {
    Count stratum = strata.computeIfAbsent(marked.stratum(), unused -> new Count());
    String text = marked.text().text();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      Span span = new Span(token.start(), token.end());
      boolean identifies = marked.identifiers().stream().anyMatch(s -> s.contains(span));
      boolean masked =
          found.identifiers().stream().anyMatch(f -> !f.queued() && f.span().contains(span));
      boolean queued =
          !masked && found.identifiers().stream().anyMatch(f -> f.span().contains(span));
      if (identifies) {
        for (Count count : List.of(stratum, client)) {
          count.all++;
          count.masked += masked ? 1 : 0;
          count.queued += queued ? 1 : 0;
        }
        if (!masked) {
          missed.merge(
              (queued ? "? " : "") + marked.stratum() + ": " + context(text, span),
              1,
              Integer::sum);
        }
      } else {
        harmless++;
        harmlessMasked += masked ? 1 : 0;
        harmlessQueued += queued ? 1 : 0;
        if (masked) {
          overmasked.merge(marked.stratum() + ": " + context(text, span), 1, Integer::sum);
        }
      }
    }
  }

  private static String context(String text, Span span) {
    return text.substring(0, span.start()) + "[" + span.of(text) + "]" + text.substring(span.end());
  }

  /** The one-sided 95 % lower bound of the masked share, by drawing clients with replacement. */
  double lowerBound(long seed) {
    Random random = new Random(seed);
    double[] shares = new double[2000];
    for (int i = 0; i < shares.length; i++) {
      long masked = 0;
      long all = 0;
      for (int j = 0; j < clients.size(); j++) {
        Count count = clients.get(random.nextInt(clients.size()));
        masked += count.masked;
        all += count.all;
      }
      shares[i] = (double) masked / all;
    }
    java.util.Arrays.sort(shares);
    return shares[(int) (0.05 * shares.length)];
  }

  String print(String condition) {
    StringBuilder out = new StringBuilder(condition).append('\n');
    strata.forEach(
        (name, count) -> {
          if (count.all > 0) {
            out.append("  %-10s %s%n".formatted(name, count));
          }
        });
    Count total = total();
    out.append("  all        %s, lower bound %.4f%n".formatted(total, lowerBound(1)));
    out.append("  strings of the card left in the release: %d%n".formatted(leaks));
    out.append(
        "  harmless words masked %d of %d (%.4f), queued %d%n"
            .formatted(
                harmlessMasked, harmless, (double) harmlessMasked / harmless, harmlessQueued));
    return out.toString();
  }

  public static void main(String[] args) {
    Deidentifier engine = Deidentifier.load();
    int clients = Integer.parseInt(args[0]);
    for (boolean carded : new boolean[] {false, true}) {
      DeidentificationFigures figures = new DeidentificationFigures();
      long start = System.nanoTime();
      for (Talk talk : SpeechCorpus.clients(clients, Long.parseLong(args[1]))) {
        List<Text> texts = talk.texts().stream().map(Marked::text).toList();
        figures.add(
            talk,
            engine.identify(
                texts,
                carded ? talk.card() : null,
                ClientKey.of(new byte[16], talk.card().client(), "test")));
      }
      System.out.println(figures.print(carded ? "with card" : "without card"));
      System.out.println("seconds " + (System.nanoTime() - start) / 1e9);
      print(figures.missed, args);
      print(figures.overmasked, args);
    }
  }

  private static void print(Map<String, Integer> counts, String[] args) {
    counts.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .limit(Integer.parseInt(args[2]))
        .forEach(entry -> System.out.println("    " + entry.getValue() + "  " + entry.getKey()));
  }
}
