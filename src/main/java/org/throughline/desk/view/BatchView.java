package org.throughline.desk.view;

import java.util.List;
import org.throughline.coding.Coding;
import org.throughline.record.CodingBatch;
import org.throughline.record.StoredCoding;

/**
 * Codings made in one go.
 *
 * @param standing how many of them stand; 0 after they were taken back
 */
public record BatchView(String id, String at, int standing, List<MadeView> codings) {

  /** One of them, without its words. */
  public record MadeView(
      String id, String entry, int turn, int start, int end, String code, String standing) {

    static MadeView of(StoredCoding stored) {
      Coding coding = stored.coding();
      return new MadeView(
          stored.id(),
          stored.entry(),
          coding.turn(),
          coding.span().start(),
          coding.span().end(),
          coding.code(),
          CodingView.word(stored.standing()));
    }
  }

  public BatchView {
    codings = List.copyOf(codings);
  }

  public static BatchView of(CodingBatch batch) {
    return new BatchView(
        batch.id(),
        batch.at().toString(),
        batch.standing(),
        batch.codings().stream().map(MadeView::of).toList());
  }

  @Override
  public String toString() {
    return "BatchView[" + id + ", codings=" + codings.size() + "]";
  }
}
