package org.throughline.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordListTest {

  @Test
  void aDicFileBecomesADraftWithOneCodeACategory() {
    String dic =
        """
        %
        1\tposemo
        2\tnegemo
        %
        glad\t1
        gloom*\t2
        kind of\t1\t2
        """;

    Codebook draft = read(WordList.draft("lists", "en", "old.dic", dic));

    assertThat(draft.codes()).extracting(Code::id).containsExactly("lists.posemo", "lists.negemo");
    assertThat(draft.code("lists.posemo").orElseThrow().cues()).hasSize(1);
  }

  @Test
  void aTableBecomesADraft() {
    Codebook draft =
        read(WordList.draft("mine", "en", "w.csv", "word,category\nglad,Joy\nsad,Low mood\n"));

    assertThat(draft.codes()).extracting(Code::id).containsExactly("mine.joy", "mine.low-mood");
  }

  @Test
  void everyUnreadableLineIsNamed() {
    String dic = "%\n1 posemo\n%\nglad 7\nsad\n";

    assertThatThrownBy(() -> WordList.draft("x", "en", "old.dic", dic))
        .isInstanceOf(BrokenCodebook.class)
        .hasMessageContaining("old.dic:4:")
        .hasMessageContaining("old.dic:5:");
  }

  @Test
  void aTableWithoutItsColumnsSaysWhichItNeeds() {
    assertThatThrownBy(() -> WordList.draft("x", "en", "w.csv", "a,b\n1,2\n"))
        .hasMessageContaining("\"word\" and \"category\"");
  }

  @Test
  void aByteOrderMarkAndCapitalsInTheHeaderDoNoHarm() {
    Codebook draft = read(WordList.draft("mine", "en", "w.csv", "\uFEFFWord,Category\nglad,Joy\n"));

    assertThat(draft.codes()).extracting(Code::id).containsExactly("mine.joy");
  }

  private static Codebook read(String yaml) {
    CodebookReader.Result result = CodebookReader.read("draft.yaml", yaml);
    assertThat(result).isInstanceOf(CodebookReader.Result.Read.class);
    return ((CodebookReader.Result.Read) result).codebook();
  }
}
