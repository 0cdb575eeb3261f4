package org.throughline.deidentify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads frames.txt: groups of words, and frames that use them. */
final class FrameLists {

  /** One position of a frame: the words that may stand there; none for the name. */
  record Slot(Set<String> words, boolean optional) {
    boolean isName() {
      return words.isEmpty();
    }
  }

  /**
   * One turn of phrase.
   *
   * @param firm whether any word may be the name, not only one that is known to be one
   * @param unsure likewise, but then the reviewer decides
   */
  record Frame(Kind kind, boolean firm, boolean unsure, List<Slot> slots) {
    Frame {
      slots = List.copyOf(slots);
    }
  }

  private final Map<String, Set<String>> groups = new HashMap<>();
  private final List<Frame> frames = new ArrayList<>();
  private String section = "";

  private FrameLists() {}

  static List<Frame> shipped() {
    FrameLists lists = new FrameLists();
    WordLists.each("frames.txt", lists::line);
    return List.copyOf(lists.frames);
  }

  static Set<String> group(String name) {
    FrameLists lists = new FrameLists();
    WordLists.each("frames.txt", lists::line);
    return Set.copyOf(lists.groups.getOrDefault(name, Set.of()));
  }

  private void line(String line) {
    if (line.startsWith("[")) {
      section = line.substring(1, line.length() - 1);
    } else if (section.startsWith("group ")) {
      groups
          .computeIfAbsent(section.substring(6), unused -> new HashSet<>())
          .addAll(List.of(line.split("\\s+", -1)));
    } else {
      frames.add(frame(line));
    }
  }

  private Frame frame(String line) {
    List<Slot> slots = new ArrayList<>();
    for (String part : line.split("\\s+", -1)) {
      boolean optional = part.endsWith("?");
      String bare = optional ? part.substring(0, part.length() - 1) : part;
      Set<String> words = new HashSet<>();
      if (!bare.equals("X")) {
        for (String word : bare.split("\\|", -1)) {
          if (word.startsWith("{")) {
            words.addAll(groups.get(word.substring(1, word.length() - 1)));
          } else {
            words.add(word);
          }
        }
      }
      slots.add(new Slot(Set.copyOf(words), optional));
    }
    Kind kind =
        switch (section.split(" ", -1)[0]) {
          case "person" -> Kind.NAME;
          case "place" -> Kind.PLACE;
          default -> Kind.ORGANISATION;
        };
    return new Frame(kind, section.endsWith("firm"), section.endsWith("unsure"), slots);
  }
}
