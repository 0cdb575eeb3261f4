/**
 * The first door: the command line.
 *
 * <p>A command is options, one call to the {@link org.throughline.desk.Desk}, one print: nothing is
 * decided here. What a command prints for people it prints with {@code --json} (or {@code --jsonl})
 * for programs, from the same record.
 *
 * <p>Commands do not catch. {@code ExitCodes} is the one place that turns a failure into words and
 * a number: 0 fine, 1 problems found, 2 wrong usage or input, 70 a bug of ours. Of a bug it prints
 * where it happened and never its message, which might hold a client's words.
 *
 * <p>Progress goes to standard error, results to standard output, so a pipe gets results only.
 */
@NullMarked
package org.throughline.cli;

import org.jspecify.annotations.NullMarked;
