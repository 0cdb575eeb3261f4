package org.throughline.transcript.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.transcript.Role;
import org.throughline.transcript.report.ImportResult;

class PlainLabelsTest {

  @Test
  void takesOneLabelATurn() {
    var result = Reading.of("T: Hello.\nC: At 17:30 it\nwas dark.\n\nI drove.\nT: Mm-hm.\n");
    assertThat(result).isInstanceOf(ImportResult.Imported.class);
    assertThat(Reading.turns(result))
        .isEqualTo(
            """
            T (therapist): Hello.
            C (client): At 17:30 it⏎was dark.⏎I drove.
            T (therapist): Mm-hm.""");
    assertThat(Reading.report(result).conservation().holds()).isTrue();
  }

  @Test
  void asksForALabelThatChangesInMidFile() {
    var result = Reading.of("T: Hello.\nC: Hi.\nT: So?\nCl: Yes.\n");
    assertThat(result).isInstanceOf(ImportResult.NeedsMapping.class);
    assertThat(((ImportResult.NeedsMapping) result).labels()).containsExactly("Cl");
    var mapped = Reading.of("T: Hello.\nC: Hi.\nT: So?\nCl: Yes.\n", Map.of("Cl", Role.CLIENT));
    assertThat(mapped).isInstanceOf(ImportResult.Imported.class);
  }

  @Test
  void readsLabelsInAnyScript() {
    var result = Reading.of("田中：こんにちは。\n김영희: 안녕하세요.\n田中：はい。\nليلى: مرحبا\n");
    assertThat(Reading.turns(result)).isEqualTo("田中: こんにちは。\n김영희: 안녕하세요.\n田中: はい。\nليلى: مرحبا");
  }

  @Test
  void aBlankWithinStarsOrBracketsIsNoPartOfALabel() {
    var result = Reading.of("* T: Hello.\n* C: Hi.\n[ T ]: So?\n[ C ]: Yes.\n");
    assertThat(Reading.turns(result))
        .isEqualTo(
            """
            T (therapist): Hello.
            C (client): Hi.
            T (therapist): So?
            C (client): Yes.""");
    assertThat(Reading.report(result).conservation().holds()).isTrue();
  }
}
