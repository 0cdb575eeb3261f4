package org.throughline.desk.view;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.record.RevisionRecord;
import org.throughline.transcript.Role;
import org.throughline.transcript.revision.Correction;
import org.throughline.transcript.revision.Revision;

/**
 * Something put right about a text.
 *
 * @param kind "correction" or "roles"; the components of the other kind are null
 * @param start where the correction was made, in the text as it read then
 * @param said what it reads since
 * @param roles role by label
 */
public record RevisionView(
    int number,
    String kind,
    String account,
    String at,
    @Nullable Integer turn,
    @Nullable Integer start,
    @Nullable Integer end,
    @Nullable String said,
    @Nullable Map<String, String> roles) {

  public static RevisionView of(RevisionRecord record) {
    return switch (record.revision()) {
      case Revision.Corrected corrected -> correction(record, corrected.correction());
      case Revision.Reassigned reassigned -> roles(record, reassigned.roles());
    };
  }

  private static RevisionView correction(RevisionRecord record, Correction made) {
    return new RevisionView(
        record.number(),
        "correction",
        record.account(),
        record.at().toString(),
        made.turn(),
        made.span().start(),
        made.span().end(),
        made.said(),
        null);
  }

  private static RevisionView roles(RevisionRecord record, Map<String, Role> given) {
    Map<String, String> roles = new TreeMap<>();
    given.forEach((label, role) -> roles.put(label, role.id()));
    return new RevisionView(
        record.number(),
        "roles",
        record.account(),
        record.at().toString(),
        null,
        null,
        null,
        null,
        roles);
  }

  /** Neither words nor names. */
  @Override
  public String toString() {
    return "RevisionView[" + number + ", " + kind + "]";
  }
}
