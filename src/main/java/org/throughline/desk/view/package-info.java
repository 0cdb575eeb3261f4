/**
 * What people and programs are shown: the records that the command line prints as JSON and the REST
 * API answers with, so that both doors always say the same.
 *
 * <p>Nothing but strings, numbers and lists, dates and times as ISO 8601, words such as roles and
 * scopes as their ids. Offsets count UTF-16 units within one turn's text and exclude their end. The
 * shapes are written down in {@code openapi.yaml}. Records that carry a client's words print
 * themselves without them. File names and speaker labels stay in the store: they name people.
 */
@NullMarked
package org.throughline.desk.view;

import org.jspecify.annotations.NullMarked;
