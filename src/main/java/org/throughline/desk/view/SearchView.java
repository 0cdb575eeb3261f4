package org.throughline.desk.view;

import org.throughline.record.StoredSearch;

/**
 * A question kept under a name.
 *
 * @param q in the search language
 */
public record SearchView(String id, String name, String q, String created) {

  public static SearchView of(StoredSearch search) {
    return new SearchView(
        search.id(), search.name(), search.question(), search.created().toString());
  }

  /** A question may quote a client. */
  @Override
  public String toString() {
    return "SearchView[" + id + "]";
  }
}
