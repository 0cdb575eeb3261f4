package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.record.ConsentVersion;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;
import org.throughline.record.Tie;

/**
 * Walks role x action x relation x consent x proof. What ought to come out is told by {@link
 * #TABLE}, in words a privacy officer can check, from the states that were generated, not from the
 * ties and versions that the authorizer sees.
 */
class AuthorizerTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final String ME = "me";
  private static final String CLIENT = "client";

  /** role | bond | actions | consents | how much shows | "proof" where a fresh one is asked for. */
  private static final String TABLE =
      """
      clinician | - | create_client list_clients change_codebooks | - | no_words |
      clinician | treats | read_client change_client read_consent record_consent | - | full |
      clinician | treats | list_entries | - | full |
      clinician | treats | read_identity change_identity | - | full | proof
      clinician | treats | read_original retract_entry | - | full |
      clinician | treats | add_entry read_entry read_codings | treatment_analysis | full |
      clinician | treats | decide_coding read_trajectory read_report | treatment_analysis | full |
      clinician | treats | search_quotes | treatment_analysis | full |
      clinician | treats | export_client | treatment_analysis external_export | full | proof
      supervisor | - | list_clients change_codebooks | - | no_words |
      supervisor | supervises | read_client list_entries | treatment_analysis supervision | paraphrase |
      supervisor | supervises | read_codings read_trajectory | treatment_analysis supervision | paraphrase |
      supervisor | supervises | read_report search_quotes | treatment_analysis supervision | paraphrase |
      supervisor | supervises | read_codings read_trajectory | treatment_analysis supervision quote_verbatim | tagged |
      supervisor | supervises | read_report search_quotes | treatment_analysis supervision quote_verbatim | tagged |
      supervisor | supervises | reveal_identifiers | treatment_analysis supervision quote_verbatim | full | proof
      researcher | - | run_study read_cohort change_codebooks | - | no_words |
      researcher | released | read_released | research | paraphrase |
      researcher | released | read_released | research quote_verbatim | released |
      reviewer | reviews | review_deidentification | research | full |
      reviewer | reviews | read_identity | research | full | proof
      privacy_officer | - | list_clients read_audit read_client read_consent record_consent | - | no_words |
      privacy_officer | - | release_to_research | research | no_words |
      privacy_officer | - | erase_client | - | no_words | proof
      admin | - | read_audit | - | no_words |
      admin | - | manage_accounts manage_ties back_up | - | no_words | proof
      """;

  private record Line(
      AccountRole role,
      String bond,
      Set<Action> actions,
      Set<Scope> scopes,
      View view,
      boolean proof) {

    static Line of(String text) {
      String[] cell =
          Arrays.stream(text.split("\\|", -1)).map(String::strip).toArray(String[]::new);
      Set<Action> actions = EnumSet.noneOf(Action.class);
      Arrays.stream(cell[2].split(" ")).map(Action::of).forEach(actions::add);
      Set<Scope> scopes = EnumSet.noneOf(Scope.class);
      if (!cell[3].equals("-")) {
        Arrays.stream(cell[3].split(" ")).map(Scope::of).forEach(scopes::add);
      }
      return new Line(
          AccountRole.of(cell[0]),
          cell[1],
          actions,
          scopes,
          View.valueOf(cell[4].toUpperCase(java.util.Locale.ROOT)),
          cell[5].equals("proof"));
    }
  }

  /** One made-up world, as it truly is and as the authorizer gets to see it. */
  private static final class World {
    final Set<AccountRole> roles = EnumSet.noneOf(AccountRole.class);
    final Set<String> bonds = new java.util.HashSet<>(Set.of("-"));
    final Set<Scope> consented = EnumSet.noneOf(Scope.class);
    final List<Tie> ties = new ArrayList<>();
    final List<ConsentVersion> versions = new ArrayList<>();
    boolean proved;

    Principal who() {
      Instant proof = NOW.minus(proved ? Duration.ofMinutes(4) : Duration.ofMinutes(5));
      return new Principal(ME, "me", roles, proof, null);
    }

    Situation situation() {
      return new Situation(ties, versions);
    }
  }

  private enum Lasting {
    NONE,
    NOW_ON,
    OPEN,
    ENDED,
    ENDS_NOW,
    TO_COME,
    OTHERS;

    boolean holds() {
      return this == NOW_ON || this == OPEN;
    }
  }

  private enum Answered {
    NEVER,
    YES,
    NO,
    YES_THEN_NO,
    NO_THEN_YES,
    EXPIRED,
    RENEWED_THEN_EXPIRED,
    YES_TO_COME,
    YES_AND_NO_TO_COME,
    ANOTHER_CLIENTS_YES;

    boolean holds() {
      return this == YES || this == NO_THEN_YES || this == YES_AND_NO_TO_COME;
    }
  }

  @Test
  void nothingLeaksOverTheWholeMatrix() {
    List<Line> lines = TABLE.lines().map(Line::of).toList();
    long seed = 20260601;
    Random random = new Random(seed);
    int cases = 0;
    int leaks = 0;
    int lockedOut = 0;
    Map<View, Integer> allowed = new EnumMap<>(View.class);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      World world = world(random);
      for (Action action : Action.values()) {
        cases++;
        Verdict got = ask(world, action);
        View due = due(lines, world, action);
        View given = got instanceof Verdict.Allowed yes ? yes.view() : null;
        if (given != null && (due == null || given.compareTo(due) > 0)) {
          leaks++;
          wrong.add(world.roles + " " + world.bonds + " " + world.consented + " " + action);
        } else if (due != null && due != given) {
          lockedOut++;
          wrong.add(world.roles + " " + world.bonds + " " + world.consented + " not " + action);
        }
        if (given != null) {
          allowed.merge(given, 1, Integer::sum);
        }
      }
    }
    System.out.printf(
        "access matrix: %,d cases, seed %d, allowed %s, leaks %d, locked out %d%n",
        cases, seed, allowed, leaks, lockedOut);
    assertThat(wrong).isEmpty();
    assertThat(cases).isGreaterThanOrEqualTo(10_000);
    assertThat(allowed.keySet()).containsExactlyInAnyOrder(View.values());
  }

  @Test
  void whoeverHasNoBondCannotTellAClientFromNone() {
    Random random = new Random(7);
    int cases = 0;
    for (int i = 0; i < 3_000; i++) {
      World world = world(random);
      world.roles.removeAll(Set.of(AccountRole.PRIVACY_OFFICER));
      if (world.bonds.size() > 1) {
        continue;
      }
      for (Action action : Action.values()) {
        if (action.isOfClient()) {
          cases++;
          assertThat(ask(world, action)).isEqualTo(new Verdict.Hidden());
        }
      }
    }
    assertThat(cases).isGreaterThan(5_000);
  }

  @Test
  void anAdministratorNeverSeesAWord() {
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      World world = world(random);
      world.roles.clear();
      world.roles.add(AccountRole.ADMIN);
      for (Action action : Action.values()) {
        if (ask(world, action) instanceof Verdict.Allowed yes) {
          assertThat(yes.view()).isEqualTo(View.NO_WORDS);
          assertThat(action.isOfClient()).isFalse();
        }
      }
    }
  }

  @Test
  void aTokenNeverDoesMoreThanItsOwnerOrItsList() {
    Random random = new Random(13);
    for (int i = 0; i < 2_000; i++) {
      World world = world(random);
      Set<Action> only = EnumSet.noneOf(Action.class);
      for (Action action : Action.values()) {
        if (random.nextBoolean()) {
          only.add(action);
        }
      }
      var script = new Principal(ME, "me", world.roles, null, only);
      for (Action action : Action.values()) {
        Verdict of =
            Authorizer.can(
                script, action, action.isOfClient() ? CLIENT : null, world.situation(), NOW);
        if (of instanceof Verdict.Allowed) {
          assertThat(only).contains(action);
          assertThat(ask(world, action)).isEqualTo(of);
        }
        assertThat(of).isNotInstanceOf(Verdict.ProofNeeded.class);
      }
    }
  }

  @Test
  void aClinicianLearnsThatConsentIsMissingAndASupervisorDoesNot() {
    World world = new World();
    world.roles.add(AccountRole.CLINICIAN);
    tie(world, Tie.Kind.TREATS, ME, Lasting.OPEN);
    assertThat(ask(world, Action.ADD_ENTRY))
        .isEqualTo(new Verdict.ConsentMissing(Scope.TREATMENT_ANALYSIS));

    World above = new World();
    above.roles.add(AccountRole.SUPERVISOR);
    tie(above, Tie.Kind.TREATS, "supervisee", Lasting.OPEN);
    above.ties.add(lasting(Tie.Kind.SUPERVISES, ME, "supervisee", Lasting.OPEN));
    assertThat(ask(above, Action.READ_TRAJECTORY)).isEqualTo(new Verdict.Hidden());
  }

  @Test
  void erasingAsksForAFreshProof() {
    World world = new World();
    world.roles.add(AccountRole.PRIVACY_OFFICER);
    assertThat(ask(world, Action.ERASE_CLIENT)).isEqualTo(new Verdict.ProofNeeded());
    world.proved = true;
    assertThat(ask(world, Action.ERASE_CLIENT)).isEqualTo(new Verdict.Allowed(View.NO_WORDS));
  }

  @Test
  void anActionAboutAClientNamesOne() {
    World world = new World();
    assertThatThrownBy(
            () -> Authorizer.can(world.who(), Action.READ_ENTRY, null, world.situation(), NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Verdict ask(World world, Action action) {
    return Authorizer.can(
        world.who(), action, action.isOfClient() ? CLIENT : null, world.situation(), NOW);
  }

  private static @Nullable View due(List<Line> lines, World world, Action action) {
    View due =
        action == Action.READ_CODEBOOKS || action == Action.KEEP_OWN_ACCOUNT ? View.NO_WORDS : null;
    for (Line line : lines) {
      if (world.roles.contains(line.role())
          && line.actions().contains(action)
          && world.bonds.contains(line.bond())
          && world.consented.containsAll(line.scopes())
          && (world.proved || !line.proof())
          && (due == null || line.view().compareTo(due) > 0)) {
        due = line.view();
      }
    }
    return due;
  }

  private static World world(Random random) {
    World world = new World();
    for (AccountRole role : AccountRole.values()) {
      if (random.nextInt(3) == 0) {
        world.roles.add(role);
      }
    }
    world.proved = random.nextBoolean();
    Lasting treats = pick(random, Lasting.values());
    tie(world, Tie.Kind.TREATS, ME, treats);
    Lasting theirs = pick(random, Lasting.values());
    Lasting over = pick(random, Lasting.values());
    tie(world, Tie.Kind.TREATS, "supervisee", theirs);
    String under = random.nextInt(4) == 0 ? "somebody" : "supervisee";
    if (over != Lasting.NONE) {
      world.ties.add(
          lasting(Tie.Kind.SUPERVISES, over == Lasting.OTHERS ? "them" : ME, under, over));
    }
    if (theirs.holds() && over.holds() && under.equals("supervisee")) {
      world.bonds.add("supervises");
    }
    Lasting reviews = pick(random, Lasting.values());
    tie(world, Tie.Kind.REVIEWS, ME, reviews);
    Lasting released = pick(random, Lasting.values());
    tie(world, Tie.Kind.RELEASED, "corpus", released);
    if (treats.holds()) {
      world.bonds.add("treats");
    }
    if (reviews.holds()) {
      world.bonds.add("reviews");
    }
    if (released.holds()) {
      world.bonds.add("released");
    }
    for (Scope scope : Scope.values()) {
      Answered answered = random.nextBoolean() ? Answered.YES : pick(random, Answered.values());
      answer(world, scope, answered);
    }
    return world;
  }

  private static void tie(World world, Tie.Kind kind, String subject, Lasting how) {
    if (how == Lasting.OTHERS) {
      world.ties.add(lasting(kind, subject, "another client", Lasting.OPEN));
    } else if (how != Lasting.NONE) {
      world.ties.add(lasting(kind, subject, CLIENT, how));
    }
  }

  private static Tie lasting(Tie.Kind kind, String subject, String object, Lasting how) {
    Instant from =
        switch (how) {
          case TO_COME -> NOW.plusSeconds(1);
          case NOW_ON -> NOW;
          default -> NOW.minus(Duration.ofDays(90));
        };
    Instant to =
        switch (how) {
          case ENDED -> NOW.minusSeconds(1);
          case ENDS_NOW -> NOW;
          case NOW_ON -> NOW.plusSeconds(1);
          default -> null;
        };
    return new Tie("t", kind, subject, object, from, to);
  }

  private static void answer(World world, Scope scope, Answered answered) {
    Instant early = NOW.minus(Duration.ofDays(60));
    Instant late = NOW.minus(Duration.ofDays(30));
    Instant next = NOW.plusSeconds(1);
    switch (answered) {
      case NEVER -> {}
      case YES -> version(world, scope, CLIENT, yes(NOW));
      case NO -> version(world, scope, CLIENT, NewConsent.refused(early));
      case YES_THEN_NO -> {
        version(world, scope, CLIENT, yes(early));
        version(world, scope, CLIENT, NewConsent.refused(NOW));
      }
      case NO_THEN_YES -> {
        version(world, scope, CLIENT, NewConsent.refused(early));
        version(world, scope, CLIENT, yes(late));
      }
      case EXPIRED -> version(world, scope, CLIENT, until(early, NOW));
      case RENEWED_THEN_EXPIRED -> {
        version(world, scope, CLIENT, yes(early));
        version(world, scope, CLIENT, until(late, NOW.minusSeconds(1)));
      }
      case YES_TO_COME -> version(world, scope, CLIENT, yes(next));
      case YES_AND_NO_TO_COME -> {
        version(world, scope, CLIENT, yes(early));
        version(world, scope, CLIENT, NewConsent.refused(next));
      }
      case ANOTHER_CLIENTS_YES -> version(world, scope, "another client", yes(early));
    }
    if (answered.holds()) {
      world.consented.add(scope);
    }
  }

  private static NewConsent yes(Instant from) {
    return NewConsent.granted(from);
  }

  private static NewConsent until(Instant from, Instant to) {
    return new NewConsent(
        NewConsent.Answer.GRANTED,
        from,
        to,
        null,
        null,
        NewConsent.Grantor.CLIENT,
        null,
        null,
        null,
        Set.of());
  }

  private static void version(World world, Scope scope, String client, NewConsent given) {
    int number = 1 + (int) world.versions.stream().filter(v -> v.scope() == scope).count();
    world.versions.add(new ConsentVersion(client, scope, number, given, given.from(), "someone"));
  }

  private static <T> T pick(Random random, T[] from) {
    return from[random.nextInt(from.length)];
  }
}
