package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreSettingsTest {

  private static final Path DATA = Path.of("/srv/practice/data");

  @Test
  void byDefaultTheGuardFolderLiesBesideTheDataFolder() {
    StoreSettings settings = StoreSettings.from(DATA, Map.of());
    assertThat(settings.guard()).isEqualTo(Path.of("/srv/practice/data.guard"));
    assertThat(settings.postgres()).isNull();
  }

  @Test
  void oneVariableChoosesPostgres() {
    String address = "jdbc:postgresql://db/throughline?user=t&password=swordfish";
    StoreSettings settings =
        StoreSettings.from(
            DATA, Map.of("THROUGHLINE_DATABASE", address, "THROUGHLINE_GUARD", "/srv/guard"));
    assertThat(settings.postgres()).isEqualTo(address);
    assertThat(settings.guard()).isEqualTo(Path.of("/srv/guard"));
    assertThat(settings.toString()).doesNotContain("swordfish");
  }

  @Test
  void twoRootKeysAreOneTooMany() {
    Map<String, String> both =
        Map.of(
            "THROUGHLINE_PASSPHRASE", "under the old bridge", "THROUGHLINE_KEY_FILE", "/srv/key");
    assertThatThrownBy(() -> StoreSettings.from(DATA, both))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("set one of");
  }
}
