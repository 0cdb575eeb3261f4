package org.throughline.desk;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.deidentify.ClientKey;
import org.throughline.deidentify.Deidentifier;
import org.throughline.deidentify.Identified;
import org.throughline.deidentify.Identifier;
import org.throughline.deidentify.Kind;
import org.throughline.deidentify.Text;
import org.throughline.deidentify.TextKind;
import org.throughline.transcript.Sha256;
import org.throughline.transcript.Span;

/**
 * Who and what is named in the middle of what people say: sisters, employers, towns, telephone
 * numbers. Lists, forms and frames without the statistical name finders, which would make a page of
 * hits wait; dates and ages stay, and so do words that might be a name and might not. Remembers of
 * a text where its names stand, by the text's hash, and nothing of its words.
 */
final class Spoken {

  /** A stretch, and what stands in its place. */
  record Stretch(Span span, String tag) {}

  private static final int REMEMBERED = 20_000;

  private final Map<String, List<Stretch>> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, List<Stretch>> eldest) {
              return size() > REMEMBERED;
            }
          });

  /** What stands in for a name is thrown away, so any secret does. */
  private final ClientKey key;

  private @Nullable Deidentifier engine;

  Spoken() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    this.key = ClientKey.of(secret, "", "");
  }

  /** The stretches that name, in their order; none overlap. */
  List<Stretch> in(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    String hash = Sha256.hex(text);
    List<Stretch> there = known.get(hash);
    if (there == null) {
      // Found outside of the lock: nobody waits for another's page.
      there = find(text);
      known.put(hash, there);
    }
    return there;
  }

  private List<Stretch> find(String text) {
    List<Text> one = List.of(new Text("", text, TextKind.TURN));
    List<Stretch> found = new ArrayList<>();
    for (Identified identified : engine().identify(one, null, key)) {
      for (Identifier identifier : identified.identifiers()) {
        String tag = tag(identifier.kind());
        if (tag != null && !identifier.queued()) {
          found.add(new Stretch(identifier.span(), tag));
        }
      }
    }
    return List.copyOf(found);
  }

  private static @Nullable String tag(Kind kind) {
    return switch (kind) {
      case NAME -> "[name]";
      case PLACE, POSTCODE -> "[place]";
      case ORGANISATION -> "[organisation]";
      case ADDRESS, EMAIL, URL, HANDLE, IP -> "[address]";
      case PHONE, CARD, ACCOUNT, SSN, PASSPORT, ID -> "[number]";
      case DATE, AGE, NATIONALITY, UNKNOWN -> null;
    };
  }

  private synchronized Deidentifier engine() {
    if (engine == null) {
      engine = Deidentifier.plain();
    }
    return engine;
  }
}
