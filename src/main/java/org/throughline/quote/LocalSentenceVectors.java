package org.throughline.quote;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;

/**
 * BGE-small-en v1.5, quantised (Xiao et al. 2024, SIGIR, "C-Pack"; MIT licence): 24 MB that come
 * with the program and run on ONNX Runtime. It was trained on the web, not on therapy: its likeness
 * is a help in finding, never a finding.
 */
public final class LocalSentenceVectors implements SentenceVectors {

  private static final int SIZE = 384;

  private final EmbeddingModel model;

  private LocalSentenceVectors(EmbeddingModel model) {
    this.model = model;
  }

  /** Loads the model: a second or two, and about 100 MB beside the heap. */
  public static LocalSentenceVectors load() {
    // The tokenizer's library comes with the program; it must not ask the network for another.
    System.setProperty("ai.djl.offline", "true");
    return new LocalSentenceVectors(new BgeSmallEnV15QuantizedEmbeddingModel(Runnable::run));
  }

  @Override
  public int size() {
    return SIZE;
  }

  @Override
  public float[] of(String sentence) {
    float[] vector = model.embed(sentence).content().vector();
    double square = 0;
    for (float number : vector) {
      square += number * number;
    }
    float length = (float) Math.sqrt(square);
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
  }
}
