package org.throughline.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.desk.view.QuotePage;
import org.throughline.desk.view.SearchView;
import org.throughline.quote.SavedSearch;
import org.throughline.record.Actor;
import org.throughline.record.Store;
import org.throughline.record.StoredSearch;

/**
 * Questions kept under a name, each for its owner alone. What is kept is the question, never its
 * hits: it is answered anew each time, from whose words the asker may see on that day.
 */
public final class SavedSearches {

  private final Store store;
  private final Engine engine;
  private final Quoting quoting;

  SavedSearches(Store store, Engine engine, Quoting quoting) {
    this.store = store;
    this.engine = engine;
    this.quoting = quoting;
  }

  /**
   * Keeps a search under a name.
   *
   * @param question in the search language
   * @throws IllegalArgumentException if it cannot be read, naming the column
   */
  public SearchView keep(Actor by, String name, String question) {
    var unkept = new SavedSearch("", by.account(), name, question, Instant.EPOCH);
    var unused = unkept.query(engine.questions());
    return SearchView.of(store.searches().add(by, name.strip(), question));
  }

  /** One's own, the oldest first. */
  public List<SearchView> all(Actor by) {
    return store.searches().all(by).stream().map(SearchView::of).toList();
  }

  /** Answers one of one's own. */
  public QuotePage run(Asker asker, String id, @Nullable String cursor, int limit) {
    StoredSearch kept = store.searches().find(asker.by(), id);
    return quoting.search(asker, Question.of(kept.question(), null, null, cursor, limit));
  }

  /** Forgets one of one's own. */
  public void forget(Actor by, String id) {
    store.searches().remove(by, id);
  }
}
