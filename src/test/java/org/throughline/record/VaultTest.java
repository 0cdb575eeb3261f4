package org.throughline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.record.Vault.Place;
import org.throughline.record.Vault.Purpose;

class VaultTest {

  private static final byte[] WORDS = "I said nothing".getBytes(StandardCharsets.UTF_8);
  private static final Place TURN = new Place("a", Purpose.TEXT, "turns", "s1/4");

  @TempDir Path folder;

  private Vault open(RootKey key) {
    return Vault.open(folder.resolve("keys.json"), key);
  }

  private RootKey keyFile() {
    return RootKey.file(folder.resolve("root.key"));
  }

  private Vault withClients() {
    Vault vault = open(keyFile());
    vault.admit("a", EnumSet.allOf(Purpose.class));
    vault.admit("b", EnumSet.allOf(Purpose.class));
    return vault;
  }

  @Test
  void aSealedValueOpensInItsPlaceAfterARestart() {
    byte[] sealed = withClients().seal(TURN, WORDS);
    assertThat(open(keyFile()).open(TURN, sealed)).isEqualTo(WORDS);
  }

  @Test
  void aValueMovedElsewhereDoesNotOpen() {
    Vault vault = withClients();
    byte[] sealed = vault.seal(TURN, WORDS);
    for (Place other :
        Set.of(
            new Place("a", Purpose.TEXT, "turns", "s1/5"),
            new Place("a", Purpose.TEXT, "entries", "s1/4"),
            new Place("a", Purpose.CODINGS, "turns", "s1/4"),
            new Place("b", Purpose.TEXT, "turns", "s1/4"))) {
      assertThatThrownBy(() -> vault.open(other, sealed))
          .isInstanceOf(StoreException.Damaged.class);
    }
  }

  @Test
  void everyFlippedBitShows() {
    Vault vault = withClients();
    byte[] sealed = vault.seal(TURN, WORDS);
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> vault.open(TURN, flipped))
          .isInstanceOf(StoreException.Damaged.class)
          .hasMessageNotContaining("nothing");
    }
  }

  @Test
  void eachPurposeIsDestroyedByItself() {
    Vault vault = withClients();
    byte[] text = vault.seal(TURN, WORDS);
    Place coding = new Place("a", Purpose.CODINGS, "codings", "k");
    byte[] codings = vault.seal(coding, WORDS);

    assertThat(vault.destroy("a", Set.of(Purpose.TEXT))).containsExactly("a/TEXT");

    assertThatThrownBy(() -> vault.open(TURN, text)).isInstanceOf(StoreException.Damaged.class);
    assertThat(vault.open(coding, codings)).isEqualTo(WORDS);
    assertThat(vault.destroy("a", Set.of(Purpose.TEXT))).isEmpty();
    vault.admit("a", Set.of(Purpose.TEXT));
    assertThatThrownBy(() -> vault.open(TURN, text)).isInstanceOf(StoreException.Damaged.class);
  }

  @Test
  void whatWasSealedUnderAKeyOfItsOwnEndsWithItAndNoOtherKeyTakesItsPlace() {
    Vault vault = open(keyFile());
    byte[] sealed = vault.sealUnder("model/m", "models", "m", WORDS);
    assertThat(vault.openUnder("model/m", "models", "m", sealed)).isEqualTo(WORDS);

    assertThat(vault.forget("model/m")).containsExactly("system/model/m");

    assertThat(vault.holdsUnder("model/m")).isFalse();
    assertThatThrownBy(() -> vault.openUnder("model/m", "models", "m", sealed))
        .isInstanceOf(StoreException.Damaged.class)
        .hasMessageContaining("destroyed");
    assertThat(vault.holdsUnder("model/m")).as("asking made no key").isFalse();
  }

  @Test
  void anotherProcessNoticesAtItsNextTransaction() {
    Vault here = withClients();
    byte[] sealed = here.seal(TURN, WORDS);
    Vault there = open(keyFile());
    assertThat(there.open(TURN, sealed)).isEqualTo(WORDS);

    here.destroy("a", Set.of(Purpose.TEXT));
    there.refresh();

    assertThatThrownBy(() -> there.open(TURN, sealed)).isInstanceOf(StoreException.Damaged.class);
  }

  @Test
  void theIndexKeyStaysUntilItIsRotated() {
    Vault vault = withClients();
    byte[] key = vault.indexKey();
    assertThat(open(keyFile()).indexKey()).isEqualTo(key).hasSize(32);
    assertThat(vault.rotateIndexKey()).isNotEqualTo(key);
    assertThat(open(keyFile()).indexKey()).isEqualTo(vault.indexKey());
  }

  @Test
  void aPassphraseOpensWhatItClosedAndAnotherDoesNot() {
    byte[] index = open(RootKey.passphrase("under the old bridge")).indexKey();
    assertThat(open(RootKey.passphrase("under the old bridge")).indexKey()).isEqualTo(index);
    assertThatThrownBy(() -> open(RootKey.passphrase("under the new bridge")))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessageContaining("the root key does not open the key store");
    assertThatThrownBy(() -> RootKey.passphrase("short"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSuppliedKeyIs32BytesInBase64() {
    String key = java.util.Base64.getEncoder().encodeToString(new byte[32]);
    assertThat(open(RootKey.supplied(key)).indexKey()).hasSize(32);
    assertThatThrownBy(() -> RootKey.supplied("c2hvcnQ="))
        .isInstanceOf(StoreException.Unavailable.class)
        .hasMessage("the supplied key holds 5 bytes, not 32");
  }

  @Test
  void filesAreForTheirOwnerOnly() throws IOException {
    withClients();
    for (String name : Set.of("root.key", "keys.json")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .isEqualTo("rw-------");
    }
  }
}
