package org.throughline.record;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/** What a failure of the disk or the database means to the caller. */
final class Failures {

  private static final int SQLITE_FULL = 13;
  private static final String POSTGRES_DISK_FULL = "53100";

  private Failures() {}

  /**
   * The failure as one of the store's own; its message names no value that was being written.
   * Anything that is not about the disk or the database comes back as it is.
   */
  static RuntimeException of(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreException own) {
        return own;
      }
      if (cause instanceof SQLException sql) {
        return isFull(sql)
            ? new StoreException.OutOfSpace(withoutValues(sql))
            : new StoreException.Unavailable(
                "the database refused: code " + sql.getErrorCode() + ", state " + sql.getSQLState(),
                withoutValues(sql));
      }
      if (cause instanceof IOException io) {
        return isFull(io)
            ? new StoreException.OutOfSpace(io)
            : new StoreException.Unavailable("the disk refused", io);
      }
    }
    return failure;
  }

  private static boolean isFull(SQLException failure) {
    return (failure.getErrorCode() & 0xff) == SQLITE_FULL
        || POSTGRES_DISK_FULL.equals(failure.getSQLState());
  }

  private static boolean isFull(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left")
        || message.contains("quota exceeded")
        || message.contains("file too large");
  }

  /** PostgreSQL's messages quote the offending row. */
  private static SQLException withoutValues(SQLException failure) {
    var plain = new SQLException("refused", failure.getSQLState(), failure.getErrorCode(), null);
    plain.setStackTrace(failure.getStackTrace());
    return plain;
  }
}
