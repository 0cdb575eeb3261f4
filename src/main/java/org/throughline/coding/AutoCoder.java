package org.throughline.coding;

import org.throughline.transcript.Transcript;

/** Suggests codings. The same transcript under the same codebooks always gets the same codings. */
@FunctionalInterface
public interface AutoCoder {

  CodedTranscript code(Transcript transcript);
}
