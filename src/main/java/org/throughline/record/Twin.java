package org.throughline.record;

import org.throughline.transcript.revision.Resemblance;

/** A stored session that says the same as an upload, or much of it. */
public record Twin(SessionRecord session, Resemblance.Kind kind) {}
