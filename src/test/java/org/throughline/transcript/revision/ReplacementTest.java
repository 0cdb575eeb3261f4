package org.throughline.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplacementTest {

  private static String replaced(String old, String fresh) {
    Marked marked = Marked.of(old);
    var text = Marked.of(fresh).transcript();
    var replacement = Replacement.of(marked.transcript(), text);
    return Marked.show(text, marked.places().stream().map(replacement::anchor).toList());
  }

  @Test
  void findsMarksInANewExport() {
    assertThat(
            replaced(
                "How are you?\n[I always fail], I said.\nMm-hm.\nSo [I left].",
                "Hello.\nHow are you?\nWell, I always fail, I said. Mm-hm.\nso i left, and drove."))
        .isEqualTo(
            "Hello.\nHow are you?\nWell, [I always fail], I said. Mm-hm.\nso [i left], and drove.\n");
  }

  @Test
  void takesTheOccurrenceWhoseNeighboursAreTheSame() {
    String old = "yes\nit was my mother then\nyes\nit was my brother now\n[yes]\nit was the dog";
    assertThat(replaced(old, "yes\n" + old.replace("[", "").replace("]", "")))
        .isEqualTo(
            "yes\nyes\nit was my mother then\nyes\nit was my brother now\n[yes]\nit was the dog\n");
  }

  @Test
  void losesWhatIsNotThere() {
    assertThat(replaced("I [never] left.", "I left.")).contains("lost: its words are not");
    assertThat(replaced("I [always fail] here.", "I always\nfail here."))
        .contains("lost: its words are spread");
  }
}
