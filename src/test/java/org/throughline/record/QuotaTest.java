package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody fills the disk alone. */
class QuotaTest {

  @TempDir Path folder;

  @Test
  void anAccountHandsInSoMuchAndNoMore() {
    NewSession session = Samples.session("I was scared of the okapi");
    int bytes = session.original().length;
    StoreSettings settings =
        StoreSettings.in(folder.resolve("data"))
            .withSpace(new StoreSettings.Space(0, 1 << 16, 2L * bytes));
    try (Store store = Store.open(settings)) {
      Actor ada = person(store, "ada");
      Actor bob = person(store, "bob");
      String client = Samples.consenting(store).id();
      String other = Samples.consenting(store).id();
      add(store, ada, client, "a");
      add(store, ada, other, "b");

      assertThatThrownBy(() -> add(store, ada, client, "c"))
          .isInstanceOf(StoreException.OverQuota.class)
          .hasMessageNotContaining("okapi");
      assertThat(store.entries().sessions(ada, client)).as("nothing by half").hasSize(1);
      add(store, bob, client, "d");
      for (String more : new String[] {"e", "f", "g"}) {
        add(store, Samples.CLINICIAN, client, more);
      }

      store.erasure().erase(ada, other, Erasure.Index.NONE);
      add(store, ada, client, "h");
      assertThat(store.audit().verify()).isInstanceOf(AuditLog.Whole.class);
    }
  }

  @Test
  void theSurroundingsSetIt() {
    assertThat(StoreSettings.from(folder, Map.of()).space().quota()).isEqualTo(5L << 30);
    assertThat(StoreSettings.from(folder, Map.of("THROUGHLINE_QUOTA_GIB", "20")).space().quota())
        .isEqualTo(20L << 30);
    assertThatThrownBy(() -> StoreSettings.from(folder, Map.of("THROUGHLINE_QUOTA_GIB", "much")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Actor person(Store store, String name) {
    String id = store.registry().add(Actor.program("test"), name, Set.of("clinician")).id();
    return new Actor(id, "clinician", "care");
  }

  /** Files of the same length that say different things. */
  private static void add(Store store, Actor by, String client, String word) {
    store
        .entries()
        .addSession(by, client, Samples.session("I was scared of the okap" + word), null);
  }
}
