package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.access.AccountRole;
import org.throughline.access.Accounts;
import org.throughline.access.Action;
import org.throughline.access.Principal;
import org.throughline.access.Rates;
import org.throughline.access.Verdict;
import org.throughline.access.View;
import org.throughline.desk.Desk;
import org.throughline.desk.Practice;
import org.throughline.desk.Received;
import org.throughline.desk.TranscriptFile;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.record.Tie;
import org.throughline.transcript.Role;
import org.throughline.transcript.Upload;

/**
 * Walks every registered route x role x relation x consents x proof through the real guard over a
 * real store, and holds each decision against {@link #ROUTES}: a second table, written by hand for
 * this test. A route that stands in no line of it fails.
 */
class AccessMatrixIT {

  private static final String ME = "me";

  /** Per cent of the cases to walk. */
  private static final int SHARE = Integer.getInteger("throughline.matrix", 25);

  /** Who may: role, relation, consents (T S Q R E), how much shows, "proof" where it takes one. */
  private static final Map<String, String> GROUPS =
      Map.ofEntries(
          Map.entry("open", ""),
          Map.entry("everyone", "everyone - - no_words"),
          Map.entry(
              "client",
              "clinician treats - full; supervisor supervises TS paraphrase;"
                  + " privacy_officer - - no_words"),
          Map.entry("consents", "clinician treats - full; privacy_officer - - no_words"),
          Map.entry("list", "clinician treats - full; supervisor supervises TS paraphrase"),
          Map.entry("file", "clinician treats - full"),
          Map.entry("words", "clinician treats T full"),
          Map.entry(
              "figures",
              "clinician treats T full; supervisor supervises TS paraphrase;"
                  + " supervisor supervises TSQ tagged"),
          Map.entry("reveal", "supervisor supervises TSQ full proof"),
          Map.entry("export", "clinician treats TE full proof"),
          Map.entry("card", "clinician treats - full proof; reviewer reviews R full proof"),
          Map.entry("writes", "clinician treats - full proof"),
          Map.entry("reviews", "reviewer reviews R full"),
          Map.entry("reviewers", "reviewer - - no_words"),
          Map.entry("releases", "privacy_officer - R no_words"),
          Map.entry("studies", "researcher - - no_words"),
          Map.entry("exports", "clinician - - no_words proof"),
          Map.entry("erase", "privacy_officer - - no_words proof"),
          Map.entry("log", "privacy_officer - - no_words; admin - - no_words"),
          Map.entry("keeps", "admin - - no_words proof"),
          Map.entry("enters", "clinician - - no_words"),
          Map.entry(
              "coders", "clinician - - no_words; supervisor - - no_words; researcher - - no_words"),
          Map.entry(
              "caseload",
              "clinician - - no_words; supervisor - - no_words; privacy_officer - - no_words"),
          Map.entry("searchers", "clinician - - no_words; supervisor - - no_words"));

  private static final String ROUTES =
      """
      open      | GET /
      open      | GET /page/<file>
      open      | GET /openapi.yaml
      open      | POST /setup
      open      | POST /session
      open      | GET /session/provider
      open      | POST /session/provider
      open      | GET /session/provider/return
      everyone  | GET /session
      everyone  | DELETE /session
      everyone  | DELETE /session/others
      everyone  | POST /session/proof
      everyone  | POST /session/proof/provider
      everyone  | PUT /account/password
      everyone  | POST /account/phone
      everyone  | GET /account/tokens
      everyone  | POST /account/tokens
      everyone  | GET /account/tokens/actions
      everyone  | DELETE /account/tokens/{id}
      keeps     | GET /accounts
      keeps     | POST /accounts
      keeps     | POST /accounts/{id}/invitation
      keeps     | PUT /accounts/{id}/roles
      keeps     | PUT /accounts/{id}/state
      keeps     | PUT /accounts/{id}/identity
      keeps     | DELETE /accounts/{id}/identity
      keeps     | GET /ties
      keeps     | POST /ties
      keeps     | DELETE /ties/{id}
      caseload  | GET /clients
      enters    | POST /clients
      client    | GET /clients/{id}
      erase     | DELETE /clients/{id}
      export    | POST /clients/{id}/export
      consents  | GET /clients/{id}/consents
      consents  | PUT /clients/{id}/consents/{scope}
      list      | GET /clients/{id}/sessions
      words     | POST /clients/{id}/sessions
      words     | POST /clients/{id}/sessions/preview
      list      | GET /clients/{id}/missed-sessions
      words     | POST /clients/{id}/missed-sessions
      words     | POST /clients/{id}/check-ins
      figures   | GET /clients/{id}/trajectory
      figures   | GET /clients/{id}/reports/{name}
      words     | GET /sessions/{id}
      file      | DELETE /sessions/{id}
      file      | POST /sessions/{id}/reinstatement
      file      | GET /sessions/{id}/original
      reveal    | POST /sessions/{id}/reveal
      words     | POST /sessions/{id}/codings
      words     | POST /codings/{id}/decisions
      words     | POST /sessions/{id}/corrections
      words     | DELETE /sessions/{id}/corrections/{number}
      words     | PUT /sessions/{id}/roles
      everyone  | GET /questionnaires
      figures   | GET /clients/{id}/measures
      words     | POST /clients/{id}/measures
      file      | DELETE /clients/{id}/measures/{entry}
      figures   | GET /clients/{id}/profile
      file      | PUT /clients/{id}/profile
      list      | GET /sessions/{id}/setting
      file      | PUT /sessions/{id}/setting
      file      | DELETE /clients/{id}/missed-sessions/{missed}
      figures   | GET /clients/{id}/problems
      words     | POST /clients/{id}/problems
      words     | PUT /clients/{id}/problems/{problem}/name
      figures   | GET /clients/{id}/problems/{problem}/candidates
      words     | POST /clients/{id}/problems/{problem}/passages
      words     | DELETE /clients/{id}/problems/{problem}/passages
      words     | POST /clients/{id}/problems/{problem}/stages
      words     | POST /clients/{id}/problems/{problem}/setbacks
      figures   | GET /clients/{id}/claims
      figures   | POST /clients/{id}/claims/evidence
      words     | POST /clients/{id}/claims/reviews
      words     | POST /clients/{id}/claims/client-words
      figures   | GET /clients/{id}/manifests
      figures   | GET /clients/{id}/manifests/{manifest}
      figures   | POST /clients/{id}/manifests/{manifest}/verification
      searchers | GET /cohort-reports
      searchers | POST /cohort-reports
      searchers | GET /exceptions
      searchers | GET /quotes
      searchers | GET /quotes/lines
      searchers | GET /quotes/groups
      searchers | GET /quotes/sample
      searchers | GET /quotes/like
      exports   | POST /quotes/exports
      searchers | GET /searches
      searchers | POST /searches
      searchers | DELETE /searches/{id}
      searchers | GET /searches/{id}/quotes
      enters    | POST /coding-batches
      enters    | GET /coding-batches/{id}
      enters    | POST /coding-batches/{id}/undo
      everyone  | GET /quotes/suggestions
      everyone  | GET /codebooks
      everyone  | GET /codebooks/{name}
      everyone  | GET /codebooks/{name}/source
      everyone  | GET /codebooks/{name}/versions
      everyone  | GET /codebooks/{name}/versions/{hash}
      coders    | POST /codebooks/{name}/check
      coders    | POST /codebooks/{name}/preview
      coders    | PUT /codebooks/{name}
      everyone  | GET /codebooks/{name}/figures
      card      | GET /clients/{id}/identity-card
      writes    | PUT /clients/{id}/identity-card
      reviewers | GET /reviews
      reviews   | POST /clients/{id}/drafts
      reviews   | GET /sessions/{id}/review
      reviews   | POST /sessions/{id}/review
      reviews   | POST /sessions/{id}/review/decisions
      reviews   | POST /sessions/{id}/review/approvals
      releases  | GET /releases
      releases  | POST /sessions/{id}/release
      releases  | DELETE /sessions/{id}/release
      everyone  | GET /models
      coders    | POST /models
      coders    | PUT /models/{code}/state
      coders    | POST /models/{code}/verification
      words     | POST /clients/{id}/suggestions
      studies   | GET /released/quotes
      studies   | GET /released/lines
      studies   | GET /released/counts
      studies   | GET /studies
      studies   | POST /studies
      studies   | GET /studies/{id}
      studies   | PUT /studies/{id}/codes
      studies   | POST /studies/{id}/corpus
      studies   | POST /studies/{id}/assignments
      studies   | POST /studies/{id}/freeze
      studies   | GET /studies/{id}/sessions
      studies   | GET /researchers
      studies   | GET /studies/{id}/agreement
      studies   | GET /studies/{id}/themes
      studies   | GET /studies/{id}/quotes
      studies   | GET /studies/{id}/codings.csv
      studies   | GET /studies/{id}/project.qdpx
      studies   | POST /studies/{id}/imports
      everyone  | GET /exchange/codebooks.qdc
      studies   | POST /exchange/readings
      studies   | GET /studies/{id}/memos
      studies   | POST /studies/{id}/memos
      studies   | GET /studies/{id}/tasks
      studies   | GET /studies/{id}/tasks/{session}
      studies   | POST /studies/{id}/tasks/{session}/codings
      studies   | POST /studies/{id}/tasks/{session}/finish
      studies   | DELETE /studies/{id}/codings/{coding}
      studies   | GET /studies/{id}/adjudication/{session}
      studies   | POST /studies/{id}/adjudication/{session}
      studies   | GET /studies/{id}/training/{session}
      log       | GET /audit
      log       | GET /audit/verification
      """;

  /** One permission: of which role, by which relation, with which consents. */
  private record Grant(String role, String bond, Set<Scope> scopes, View view, boolean proof) {

    static Grant of(String text) {
      String[] word = text.strip().split(" ", -1);
      Set<Scope> scopes = EnumSet.noneOf(Scope.class);
      for (char letter : word[2].toCharArray()) {
        if (letter != '-') {
          scopes.add(LETTERS.get(letter));
        }
      }
      return new Grant(
          word[0],
          word[1],
          scopes,
          View.valueOf(word[3].toUpperCase(java.util.Locale.ROOT)),
          word.length > 4);
    }
  }

  private static final Map<Character, Scope> LETTERS =
      Map.of(
          'T', Scope.TREATMENT_ANALYSIS,
          'S', Scope.SUPERVISION,
          'Q', Scope.QUOTE_VERBATIM,
          'R', Scope.RESEARCH,
          'E', Scope.EXTERNAL_EXPORT);

  private enum Relation {
    NONE(""),
    TREATS("treats"),
    TREATED(""),
    SUPERVISES("supervises"),
    SUPERVISED(""),
    SUPERVISEE_LEFT(""),
    REVIEWS("reviews"),
    RELEASED("released"),
    BOTH("treats supervises");

    private final String bonds;

    Relation(String bonds) {
      this.bonds = bonds;
    }

    boolean holds(String bond) {
      return List.of(bonds.split(" ", -1)).contains(bond);
    }
  }

  private static final List<String> CONSENTS =
      List.of("", "T", "S", "TS", "TSQ", "TQ", "TE", "TSQRE", "RQ", "TSQRE withdrawn", "TS ended");

  private record World(
      Relation relation, Set<Scope> consents, String client, Map<Route.About, String> ids) {}

  @TempDir Path folder;

  private Desk desk;
  private Store store;
  private Guard guard;
  private List<Route> routes;

  @BeforeEach
  void open() throws Exception {
    desk = Practice.open(folder.resolve("data"));
    store = Store.open(folder.resolve("data"));
    var rates = new Rates(java.time.Clock.systemUTC());
    Accounts accounts = desk.house().accounts(org.throughline.access.AccountSettings.DEMO, rates);
    guard = new Guard(desk.house(), accounts, rates);
    routes = Routes.of(desk, accounts, rates, null);
  }

  @AfterEach
  void close() {
    store.close();
    desk.close();
  }

  private static String group(String name) {
    return Objects.requireNonNull(GROUPS.get(name), name);
  }

  private static Map<String, List<Grant>> table() {
    Map<String, List<Grant>> table = new HashMap<>();
    for (String line : ROUTES.lines().toList()) {
      String[] cell = line.split("\\|", 2);
      String[] call = cell[1].strip().split(" ", 2);
      boolean page = call[1].equals("/") || call[1].startsWith("/page");
      List<Grant> grants = new ArrayList<>();
      for (String grant : group(cell[0].strip()).split(";", -1)) {
        if (!grant.isBlank()) {
          grants.add(Grant.of(grant));
        }
      }
      table.put(call[0] + " " + (page ? "" : Routes.API) + call[1], grants);
    }
    return table;
  }

  @Test
  void everyRouteIsInTheTableAndOnlyThoseMarkedSoAreOpen() {
    Set<String> registered = new TreeSet<>();
    Set<String> open = new TreeSet<>();
    for (Route route : routes) {
      registered.add(route.toString());
      if (route.action() == null) {
        open.add(route.toString());
      }
    }
    assertThat(registered)
        .as("each route needs a line in ROUTES that says who may call it")
        .isEqualTo(new TreeSet<>(table().keySet()));
    assertThat(open)
        .containsExactly(
            "GET /",
            "GET /api/v1/openapi.yaml",
            "GET /api/v1/session/provider",
            "GET /api/v1/session/provider/return",
            "GET /page/<file>",
            "POST /api/v1/session",
            "POST /api/v1/session/provider",
            "POST /api/v1/setup");
  }

  @Test
  void noRouteGivesAwayWhatTheTableDoesNot() throws Exception {
    List<World> worlds = worlds();
    Map<String, List<Grant>> table = table();
    Random random = new Random(5);
    Map<String, Integer> seen = new TreeMap<>();
    int cases = 0;
    List<String> wrong = new ArrayList<>();
    for (Route route : routes) {
      Action action = route.action();
      if (action == null) {
        continue;
      }
      List<Grant> grants = table.getOrDefault(route.toString(), List.of());
      for (World world : worlds) {
        for (Principal who : principals()) {
          if (random.nextInt(100) >= SHARE) {
            continue;
          }
          String expected = expected(route, grants, who, world);
          Verdict verdict = guard.decide(route, action, who, world.ids().get(route.about()));
          String found = found(verdict);
          cases++;
          seen.merge(found.split(" ", 2)[0], 1, Integer::sum);
          if (!found.equals(expected)) {
            wrong.add(
                route
                    + " "
                    + who.roles()
                    + " "
                    + world.relation()
                    + " "
                    + world.consents()
                    + ": "
                    + found
                    + ", not "
                    + expected);
          }
        }
      }
    }
    System.out.printf(
        "access matrix: %d routes, %d cases, %s, %d wrong%n",
        routes.size(), cases, seen, wrong.size());
    assertThat(wrong.stream().limit(20)).isEmpty();
    assertThat(cases).isGreaterThan(10_000);
    assertThat(seen.keySet()).containsExactly("allowed", "consent", "forbidden", "hidden", "proof");
  }

  private static String found(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Allowed allowed -> "allowed " + allowed.view();
      case Verdict.Hidden hidden -> "hidden";
      case Verdict.ConsentMissing missing -> "consent";
      case Verdict.Forbidden forbidden -> "forbidden";
      case Verdict.ProofNeeded proof -> "proof";
    };
  }

  private static String expected(Route route, List<Grant> grants, Principal who, World world) {
    boolean ofClient = world.ids().containsKey(route.about());
    View best = null;
    boolean proof = false;
    boolean consent = false;
    for (Grant grant : grants) {
      boolean role =
          grant.role().equals("everyone")
              || who.roles().stream().anyMatch(own -> own.id().equals(grant.role()));
      boolean bond = grant.bond().equals("-") || world.relation().holds(grant.bond());
      if (!role || (ofClient && !bond)) {
        continue;
      }
      if (ofClient && !world.consents().containsAll(grant.scopes())) {
        consent |= grant.bond().equals("treats") || grant.bond().equals("-");
      } else if (grant.proof() && !who.isProved(Instant.now())) {
        proof = true;
      } else {
        best = best == null || grant.view().compareTo(best) > 0 ? grant.view() : best;
      }
    }
    if (best != null) {
      return "allowed " + best;
    }
    return proof ? "proof" : consent ? "consent" : ofClient ? "hidden" : "forbidden";
  }

  private static List<Principal> principals() {
    List<Set<AccountRole>> roles = new ArrayList<>();
    roles.add(Set.of());
    Arrays.stream(AccountRole.values()).forEach(role -> roles.add(Set.of(role)));
    roles.add(Set.of(AccountRole.CLINICIAN, AccountRole.SUPERVISOR));
    roles.add(Set.of(AccountRole.ADMIN, AccountRole.PRIVACY_OFFICER));
    roles.add(EnumSet.allOf(AccountRole.class));
    List<Principal> principals = new ArrayList<>();
    for (Set<AccountRole> own : roles) {
      principals.add(new Principal(ME, "me", own, Instant.now(), null));
      Instant stale = Instant.now().minus(Duration.ofMinutes(6));
      principals.add(new Principal(ME, "me", own, stale, null));
    }
    return principals;
  }

  private List<World> worlds() {
    List<World> worlds = new ArrayList<>();
    for (Relation relation : Relation.values()) {
      for (String consents : CONSENTS) {
        worlds.add(world(relation, consents));
      }
    }
    return worlds;
  }

  private World world(Relation relation, String consents) {
    String client = desk.addClient(Practice.ME, "Otter", List.of(), null).id();
    Instant longAgo = Instant.now().minusSeconds(3_600);
    answer(client, Scope.TREATMENT_ANALYSIS, NewConsent.granted(longAgo));
    Map<Route.About, String> ids = entry(client);
    String[] parts = consents.split(" ", -1);
    Set<Scope> granted = EnumSet.noneOf(Scope.class);
    for (char letter : parts[0].toCharArray()) {
      granted.add(LETTERS.get(letter));
    }
    for (Scope scope : Scope.values()) {
      if (granted.contains(scope)) {
        NewConsent yes = NewConsent.granted(longAgo);
        boolean ends = consents.endsWith("ended");
        answer(client, scope, ends ? ending(yes, Instant.now().minusSeconds(1)) : yes);
        if (consents.endsWith("withdrawn")) {
          answer(client, scope, NewConsent.refused(Instant.now().minusSeconds(1)));
        }
      } else if (scope == Scope.TREATMENT_ANALYSIS) {
        answer(client, scope, NewConsent.refused(longAgo));
      }
    }
    tie(relation, client);
    return new World(relation, parts.length > 1 ? Set.of() : granted, client, ids);
  }

  private void answer(String client, Scope scope, NewConsent given) {
    desk.recordConsent(Practice.ME, client, scope, given);
  }

  private static NewConsent ending(NewConsent given, Instant end) {
    return new NewConsent(
        given.decision(),
        given.from(),
        end,
        given.formHash(),
        given.formLanguage(),
        given.grantor(),
        given.witness(),
        given.evidence(),
        given.channel(),
        given.jurisdictions());
  }

  private Map<Route.About, String> entry(String client) {
    var file =
        new TranscriptFile(
            new Upload("a.txt", "T: Well?\nC: I was scared.\n".getBytes(StandardCharsets.UTF_8)),
            LocalDate.of(2026, 1, 12),
            null,
            Map.of("T", Role.THERAPIST, "C", Role.CLIENT),
            true,
            null);
    if (!(desk.receive(Practice.ME, client, file, null) instanceof Received.Kept kept)) {
      throw new AssertionError("the transcript was not kept");
    }
    Map<Route.About, String> ids = new EnumMap<>(Route.About.class);
    ids.put(Route.About.CLIENT, client);
    ids.put(Route.About.ENTRY, kept.session().id());
    String coding = desk.entry(Practice.ME, kept.session().id()).codings().getFirst().id();
    ids.put(Route.About.CODING, coding);
    return ids;
  }

  private void tie(Relation relation, String client) {
    String other = "clinician of " + client;
    switch (relation) {
      case NONE -> begin(Tie.Kind.TREATS, other, client);
      case TREATS -> begin(Tie.Kind.TREATS, ME, client);
      case TREATED -> end(begin(Tie.Kind.TREATS, ME, client));
      case SUPERVISES -> {
        begin(Tie.Kind.TREATS, other, client);
        begin(Tie.Kind.SUPERVISES, ME, other);
      }
      case SUPERVISED -> {
        begin(Tie.Kind.TREATS, other, client);
        end(begin(Tie.Kind.SUPERVISES, ME, other));
      }
      case SUPERVISEE_LEFT -> {
        end(begin(Tie.Kind.TREATS, other, client));
        begin(Tie.Kind.SUPERVISES, ME, other);
      }
      case REVIEWS -> begin(Tie.Kind.REVIEWS, ME, client);
      case RELEASED -> begin(Tie.Kind.RELEASED, "corpus", client);
      case BOTH -> {
        begin(Tie.Kind.TREATS, ME, client);
        begin(Tie.Kind.TREATS, other, client);
        begin(Tie.Kind.SUPERVISES, ME, other);
      }
    }
  }

  private Tie begin(Tie.Kind kind, String subject, String object) {
    return store.registry().tie(Practice.ME, kind, subject, object);
  }

  private void end(Tie tie) {
    store.registry().untie(Practice.ME, tie.id());
  }
}
