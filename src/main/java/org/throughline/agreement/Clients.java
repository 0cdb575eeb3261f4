package org.throughline.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the clients of texts in the order of their first text. */
final class Clients {

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  static Clients of(List<MarkedText> texts) {
    var clients = new Clients();
    for (MarkedText text : texts) {
      clients.numbers.putIfAbsent(text.client(), clients.numbers.size());
    }
    return clients;
  }

  int number(MarkedText text) {
    return numbers.getOrDefault(text.client(), 0);
  }

  int size() {
    return numbers.size();
  }
}
