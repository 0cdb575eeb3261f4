package org.throughline.desk;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.ClientKey;
import org.throughline.deidentify.Deidentifier;
import org.throughline.deidentify.Identified;
import org.throughline.deidentify.Identifier;
import org.throughline.deidentify.IdentityCard;

/** De-identifies texts that belong to no session: what the command of that name asks. */
public final class ReleaseItems {

  private static final int KEY_BYTES = 32;

  /**
   * One span as it is written out.
   *
   * @param id of the text
   * @param start first UTF-16 unit
   * @param end past the last
   * @param code "pii." and the kind
   * @param surrogate what stands there, or would
   * @param queued for a reviewer, not masked
   */
  public record Line(String id, int start, int end, String code, String surrogate, boolean queued) {

    static Line of(String id, Identifier found) {
      return new Line(
          id,
          found.span().start(),
          found.span().end(),
          found.kind().code(),
          found.surrogate(),
          found.queued());
    }

    /** Where it is, not what stands there. */
    @Override
    public String toString() {
      return "Line[" + start + ", " + end + ", " + code + "]";
    }
  }

  private final Deidentifier engine;
  private final byte[] secret;

  private ReleaseItems(Deidentifier engine, byte[] secret) {
    this.engine = engine;
    this.secret = secret;
  }

  /**
   * Loads the models.
   *
   * @param secret at least 16 bytes the surrogates hang on; null for new ones
   */
  public static ReleaseItems load(byte @Nullable [] secret) {
    byte[] key = secret == null ? new byte[KEY_BYTES] : secret.clone();
    if (secret == null) {
      new SecureRandom().nextBytes(key);
    }
    return new ReleaseItems(Deidentifier.load(), key);
  }

  /** The spans of all items, in the order of the items. */
  public List<Line> identify(List<ReleaseItem> items, Map<String, IdentityCard> cards) {
    Map<String, List<ReleaseItem>> byClient = new LinkedHashMap<>();
    for (ReleaseItem item : items) {
      String owner = item.client() == null ? "item " + item.id() : "client " + item.client();
      byClient.computeIfAbsent(owner, unused -> new ArrayList<>()).add(item);
    }
    Map<String, Identified> found = new HashMap<>();
    byClient.entrySet().parallelStream()
        .map(entry -> identify(entry.getKey(), entry.getValue(), cards))
        .toList()
        .forEach(list -> list.forEach(text -> found.put(text.text().id(), text)));
    List<Line> lines = new ArrayList<>();
    for (ReleaseItem item : items) {
      for (Identifier identifier : Objects.requireNonNull(found.get(item.id())).identifiers()) {
        lines.add(Line.of(item.id(), identifier));
      }
    }
    return lines;
  }

  private List<Identified> identify(
      String owner, List<ReleaseItem> items, Map<String, IdentityCard> cards) {
    String client = items.getFirst().client();
    IdentityCard card = client == null ? null : cards.get(client);
    ClientKey key = ClientKey.of(secret, owner, "command");
    return engine.identify(items.stream().map(ReleaseItem::toText).toList(), card, key);
  }
}
