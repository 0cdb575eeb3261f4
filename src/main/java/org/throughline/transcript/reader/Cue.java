package org.throughline.transcript.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Line;

/** One caption: when it shows, and its lines. */
record Cue(long startMs, @Nullable Long endMs, List<Line> lines) {}
