package org.throughline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.measure.Words;

class ProfileTest {

  @Test
  void groupsStayInTheOrderInWhichTheyWereWrittenDown() {
    Map<String, String> groups = new LinkedHashMap<>();
    for (String attribute : List.of("service", "county", "age", "language", "referral", "ward")) {
      groups.put(attribute, "x");
    }
    assertThat(new Profile(Words.NONE, Map.of(), groups, 6).groups().keySet())
        .containsExactlyElementsOf(groups.keySet());
  }

  @Test
  void aGroupWithoutAValueIsRefused() {
    Map<String, String> groups = Collections.singletonMap("service", null);
    assertThatThrownBy(() -> new Profile(Words.NONE, Map.of(), groups, 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave it out");
  }
}
