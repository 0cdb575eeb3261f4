package org.throughline.quote;

import org.jspecify.annotations.Nullable;

/** Loads the model when the first sentence comes: nobody waits for it at the start. */
final class LateVectors implements SentenceVectors {

  private @Nullable SentenceVectors loaded;

  private synchronized SentenceVectors loaded() {
    SentenceVectors ready = loaded;
    if (ready == null) {
      ready = LocalSentenceVectors.load();
      loaded = ready;
    }
    return ready;
  }

  @Override
  public int size() {
    return loaded().size();
  }

  @Override
  public float[] of(String sentence) {
    return loaded().of(sentence);
  }
}
