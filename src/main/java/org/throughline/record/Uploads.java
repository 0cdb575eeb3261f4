package org.throughline.record;

/** How many bytes of original files an account has handed in, and how many it may. */
final class Uploads {

  private Uploads() {}

  /**
   * Counts an upload for the account that made it. The machine's own user, who has no account, may
   * fill the machine's own disk.
   *
   * @param quota bytes that one account may hand in
   * @throws StoreException.OverQuota if it would be more
   */
  static void count(Work work, SessionRecord session, long bytes, long quota) {
    String account = work.by().account();
    long before =
        work.handle()
            .select("SELECT COALESCE(SUM(bytes), 0) FROM uploads WHERE account = ?", account)
            .mapTo(Long.class)
            .one();
    if (before + bytes > quota && isAccount(work, account)) {
      throw new StoreException.OverQuota(quota);
    }
    work.execute(
        "INSERT INTO uploads VALUES (?, ?, ?, ?)", session.id(), session.client(), account, bytes);
  }

  private static boolean isAccount(Work work, String account) {
    return work.handle()
        .select("SELECT 1 FROM accounts WHERE id = ?", account)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
