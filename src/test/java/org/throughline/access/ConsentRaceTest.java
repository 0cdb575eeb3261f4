package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.record.Actor;
import org.throughline.record.Client;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.record.StoreSettings;

/** Consent is taken back while others keep asking: once it is written down, nobody gets a yes. */
class ConsentRaceTest {

  private static final int RACES = Integer.getInteger("throughline.races", 60);
  private static final int ASKING = 3;
  private static final Actor BY = Actor.program("test");

  @TempDir Path folder;

  @Test
  void noRequestAfterTheWithdrawalIsAllowed() throws Exception {
    AtomicInteger allowed = new AtomicInteger();
    AtomicInteger late = new AtomicInteger();
    try (Store store = Store.open(StoreSettings.in(folder.resolve("data")));
        ExecutorService threads = Executors.newFixedThreadPool(ASKING)) {
      Access access = new Access(store, Clock.systemUTC());
      String account = store.registry().add(BY, "ada", Set.of("clinician")).id();
      Principal who = new Principal(account, "ada", Set.of(AccountRole.CLINICIAN), null, null);
      for (int race = 0; race < RACES; race++) {
        Client client = store.clients().add(BY, "Maple", List.of(), account, null);
        answer(store, client, NewConsent.granted(Instant.now()));
        AtomicBoolean withdrawn = new AtomicBoolean();
        List<Future<?>> asking = new ArrayList<>();
        for (int i = 0; i < ASKING; i++) {
          asking.add(
              threads.submit(
                  () -> {
                    boolean before = withdrawn.get();
                    while (!before) {
                      before = withdrawn.get();
                      boolean yes =
                          access.can(who, Action.READ_ENTRY, client.id())
                              instanceof Verdict.Allowed;
                      (before ? late : allowed).addAndGet(yes ? 1 : 0);
                    }
                    return null;
                  }));
        }
        answer(store, client, NewConsent.refused(Instant.now()));
        withdrawn.set(true);
        for (Future<?> one : asking) {
          one.get();
        }
      }
    }
    System.out.printf(
        "consent races: %d, %d requests allowed before the withdrawal, %d after%n",
        RACES, allowed.get(), late.get());
    assertThat(late.get()).isZero();
    assertThat(allowed.get()).isPositive();
  }

  private static void answer(Store store, Client client, NewConsent given) {
    store.consents().record(BY, client.id(), Scope.TREATMENT_ANALYSIS, given);
  }
}
