package org.throughline.desk.view;

import java.util.List;
import java.util.Locale;
import org.throughline.quote.GroupBy;
import org.throughline.quote.Groups;

/**
 * How many turns answer, counted apart in one or several ways.
 *
 * @param total turns that answer; groups need not add up to it, for a turn may have several codes
 * @param partial whether time ran out before all turns were looked at
 */
public record FacetsView(int total, boolean partial, List<FacetView> facets) {

  /** One way of counting apart: "code", "client", "month". */
  public record FacetView(String by, List<GroupView> groups) {
    public FacetView {
      groups = List.copyOf(groups);
    }

    public static FacetView of(GroupBy by, Groups groups) {
      return new FacetView(
          by.name().toLowerCase(Locale.ROOT),
          groups.groups().stream()
              .map(group -> new GroupView(group.key(), group.turns()))
              .toList());
    }
  }

  /**
   * How many turns one group holds.
   *
   * @param key id of the code, client, clinician or session; "2026-03"; a speaker's role
   */
  public record GroupView(String key, int turns) {}

  public FacetsView {
    facets = List.copyOf(facets);
  }
}
