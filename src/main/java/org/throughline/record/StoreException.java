package org.throughline.record;

/**
 * Why the store did not do what it was asked to. Messages carry ids and counts, never words; in
 * every case nothing of the request was kept.
 */
public abstract sealed class StoreException extends RuntimeException {

  private StoreException(String message) {
    super(message);
  }

  private StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** No such client, session, check-in, coding. */
  public static final class NotFound extends StoreException {
    public NotFound(String kind) {
      super("no such " + kind);
    }
  }

  /** The client has not consented, or has taken consent back. */
  public static final class ConsentMissing extends StoreException {
    private final Scope scope;

    public ConsentMissing(Scope scope) {
      super("the client has not consented to " + scope.id());
      this.scope = scope;
    }

    public Scope scope() {
      return scope;
    }
  }

  /** It contradicts what is already there: the same file, the same number, a key used again. */
  public static final class Conflict extends StoreException {
    public Conflict(String message) {
      super(message);
    }
  }

  /** The disk is full. What is stored stays readable. */
  public static final class OutOfSpace extends StoreException {
    public OutOfSpace(Throwable cause) {
      super("no space left on the disk of the data folder", cause);
    }
  }

  /** The account has handed in as much as one may. */
  public static final class OverQuota extends StoreException {
    public OverQuota(long bytes) {
      super("this account has handed in as much as one may: " + (bytes >> 20) + " MiB");
    }
  }

  /** A stored value does not open: it was altered, moved, or its key was destroyed. */
  public static final class Damaged extends StoreException {
    public Damaged(String message) {
      super(message);
    }
  }

  /** The database, the key file or the root key cannot be used. */
  public static final class Unavailable extends StoreException {
    public Unavailable(String message) {
      super(message);
    }

    public Unavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
