package org.throughline.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import me.gosimple.nbvcxz.Nbvcxz;
import org.jspecify.annotations.Nullable;

/** Hashes and judges passwords. Two at a time: each hash takes its memory. */
final class Passwords {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 256;

  /** Bits below which dictionaries and patterns guess a password within days. */
  private static final double ENOUGH_BITS = 40;

  private static final Semaphore TURN = new Semaphore(2, true);

  private final Argon2Function function;
  private final String nobody;

  Passwords(int memory) {
    this.function = Argon2Function.getInstance(memory, 3, 1, 32, Argon2.ID);
    this.nobody = hash("a password that no account has");
  }

  /**
   * Why a password will not do; empty if it will. Length and guessability, no rules of spelling.
   */
  static Optional<String> fault(String password) {
    if (password.length() < SHORTEST) {
      return Optional.of("a password has at least " + SHORTEST + " characters");
    }
    if (password.length() > LONGEST) {
      return Optional.of("a password has at most " + LONGEST + " characters");
    }
    return Judge.NBVCXZ.estimate(password).getEntropy() < ENOUGH_BITS
        ? Optional.of("this password is too easy to guess; use several unrelated words")
        : Optional.empty();
  }

  /** Loads its word lists on first use. */
  private static final class Judge {
    static final Nbvcxz NBVCXZ = new Nbvcxz();
  }

  String hash(String password) {
    TURN.acquireUninterruptibly();
    try {
      return Password.hash(password).addRandomSalt(16).with(function).getResult();
    } finally {
      TURN.release();
    }
  }

  /** Takes as long for an account that does not exist as for one that does. */
  boolean matches(String password, @Nullable String hash) {
    if (password.length() > LONGEST) {
      return false;
    }
    String against = hash == null ? nobody : hash;
    TURN.acquireUninterruptibly();
    try {
      return Argon2Function.getInstanceFromHash(against).check(password, against) && hash != null;
    } finally {
      TURN.release();
    }
  }
}
