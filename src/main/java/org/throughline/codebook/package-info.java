/**
 * The scheme: what is looked for, in words that a clinician can read and edit.
 *
 * <p>A {@link org.throughline.codebook.Codebook} is one YAML file. Each {@link
 * org.throughline.codebook.Code} carries its definition, when to use it and when not, its cues (the
 * language patterns that suggest it), and its own test cases: sentences it applies to, with the
 * words marked in brackets, and near misses it must leave alone. A code without near misses does
 * not pass.
 */
@NullMarked
package org.throughline.codebook;

import org.jspecify.annotations.NullMarked;
