package org.throughline.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.access.View;
import org.throughline.desk.view.QuotePage;
import org.throughline.quote.Concordance;
import org.throughline.quote.Expression;
import org.throughline.quote.Filter;
import org.throughline.quote.Visible;
import org.throughline.record.Actor;
import org.throughline.record.Client;
import org.throughline.record.ConsentVersion;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.record.Tie;

/**
 * From what a person asks to what the index is asked: the question in our own tree, and whose words
 * it may look at. Who treats whom, which turns a problem is linked to and who is called what is
 * looked up at this moment, like consent; the index itself knows nothing of it.
 */
final class Asking {

  /**
   * A question ready to be put.
   *
   * @param counted whose turns may be told by their mere number: of words no client's with tags
   * @param tags of those clients whose words may show with tags only
   * @param unnamed whether it must be answered as if names were not there: {@link Unnamed}
   * @param fingerprint what the log may hold of it
   */
  record Asked(
      Expression what,
      Visible visible,
      Visible counted,
      Map<String, Tags> tags,
      boolean unnamed,
      String fingerprint) {

    /** The answer as it may show. */
    QuotePage shown(QuotePage page) {
      return page.with(
          page.items().stream()
              .filter(quote -> !isTagged(quote.client()) || !tagsOf(quote.client()).hides(quote))
              .map(quote -> isTagged(quote.client()) ? tagsOf(quote.client()).on(quote) : quote)
              .toList());
    }

    /** The lines as they may show. */
    Concordance shown(Concordance found) {
      return found.with(
          found.lines().stream()
              .flatMap(
                  line ->
                      isTagged(line.client())
                          ? tagsOf(line.client()).on(line).stream()
                          : Stream.of(line))
              .toList());
    }

    private boolean isTagged(String client) {
      return tags.containsKey(client);
    }

    private Tags tagsOf(String client) {
      return Objects.requireNonNull(tags.get(client));
    }

    /** A question may quote a client. */
    @Override
    public String toString() {
      return "Asked[" + fingerprint + "]";
    }
  }

  private static final String ID = "[0-9a-f]{32}";

  private final Store store;
  private final Engine engine;
  private final Spoken spoken;
  private final ProblemTurns problems;

  Asking(Store store, Engine engine, Spoken spoken) {
    this.spoken = spoken;
    this.store = store;
    this.engine = engine;
    this.problems = new ProblemTurns(store);
  }

  /** Whoever sits at the machine: all clients whose words may be looked at for their treatment. */
  Asker atTheMachine(Actor by) {
    Map<String, View> shown = new HashMap<>();
    consenting(Set.of(Scope.TREATMENT_ANALYSIS)).forEach(client -> shown.put(client, View.FULL));
    return new Asker(by, shown);
  }

  /** The clients who consent to all of it at this moment. */
  Set<String> consenting(Set<Scope> scopes) {
    Instant now = Instant.now();
    return store.standing().now().consents().entrySet().stream()
        .filter(
            client ->
                scopes.stream()
                    .allMatch(scope -> ConsentVersion.permits(client.getValue(), scope, now)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * @throws IllegalArgumentException if the question cannot be read, naming the column
   */
  Asked read(Asker asker, Question question) {
    return asked(asker, question.what(engine.questions()), question, "");
  }

  /** The same where a wording of the asker's own is looked for besides. */
  Asked read(Asker asker, Question question, String wording) {
    Expression what = question.what(engine.questions());
    return asked(asker, what, question, wording);
  }

  private Asked asked(Asker asker, Expression what, Question question, String wording) {
    boolean verbatim = Verbatim.isIn(what);
    Map<String, Tags> tags = tags(asker, verbatim ? wording : question.words() + "\n" + wording);
    if (!Verbatim.isMarked(what)) {
      tags.clear();
    }
    Set<String> clients = asker.clients();
    Set<String> all = new HashSet<>(clients);
    all.addAll(tags.keySet());
    return new Asked(
        what.filtered(filter -> resolved(filter, asker.by(), all)),
        Visible.clients(all),
        Visible.clients(verbatim ? clients : all),
        tags,
        verbatim && !asker.tagged().isEmpty(),
        question.fingerprint());
  }

  /** Those whose names are asked for are left out: the mere number of answers would tell. */
  private Map<String, Tags> tags(Asker asker, String words) {
    Map<String, Tags> tags = new HashMap<>();
    for (String client : asker.tagged()) {
      Tags own = Tags.of(store.clients().speakers(client).keySet(), spoken);
      if (!own.concerns(words)) {
        tags.put(client, own);
      }
    }
    return tags;
  }

  private Filter resolved(Filter filter, Actor by, Set<String> clients) {
    return switch (filter) {
      case Filter.Client client -> client(client, by, clients);
      case Filter.Clinician clinician -> new Filter.AnyClient(treatedBy(clinician.id()));
      case Filter.Problem problem -> new Filter.Turns(problems.of(by, problem.id(), clients));
      case Filter other -> other;
    };
  }

  /** By id, or by the pseudonym of one whom the asker may see. */
  private Filter client(Filter.Client named, Actor by, Set<String> clients) {
    if (named.id().matches(ID)) {
      return named;
    }
    return new Filter.AnyClient(
        store.clients().all(by).stream()
            .filter(client -> clients.contains(client.id()))
            .filter(client -> client.pseudonym().equalsIgnoreCase(named.id()))
            .map(Client::id)
            .collect(Collectors.toSet()));
  }

  private Set<String> treatedBy(String named) {
    String account = store.registry().named(named).map(found -> found.id()).orElse(named);
    Set<String> treated = new HashSet<>();
    for (Tie tie : treating()) {
      if (tie.subject().equals(account)) {
        treated.add(tie.object());
      }
    }
    return treated;
  }

  /** The accounts that treat each client now. */
  Map<String, List<String>> clinicians() {
    return treating().stream()
        .collect(
            Collectors.groupingBy(
                Tie::object, Collectors.mapping(Tie::subject, Collectors.toList())));
  }

  private List<Tie> treating() {
    Instant now = Instant.now();
    return store.registry().ties().stream()
        .filter(tie -> tie.kind() == Tie.Kind.TREATS && tie.holds(now))
        .toList();
  }
}
