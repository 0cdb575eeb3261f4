package org.throughline.transcript.reader;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Blank;
import org.throughline.transcript.source.Node;
import org.throughline.transcript.source.Tree;

/** What readers of JSON and XML do with the values of a tree. */
record TreeDraft(Tree tree, Draft draft) {

  /** The first member that has one of these names, and is a value. */
  static @Nullable Node member(Node object, String... names) {
    for (String name : names) {
      Node child = object.child(name);
      if (child != null && (child.isText() || child.kind() == Node.Kind.NUMBER)) {
        return child;
      }
    }
    return null;
  }

  /** A value used as a label, a time or a mark: it is structure. */
  @Nullable String use(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    draft.structure(node.start(), node.end());
    String value = tree.text().substring(node.start(), node.end()).strip();
    return value.isEmpty() ? null : value;
  }

  /** Milliseconds of a number counted in units of {@code unitMs}; null if it is none. */
  @Nullable Long millis(@Nullable Node node, int unitMs) {
    String value = use(node);
    if (value == null || node == null) {
      return null;
    }
    if (node.isText()) {
      Long clock = Clock.millis(value);
      if (clock != null) {
        return clock;
      }
    }
    try {
      BigDecimal ms = new BigDecimal(value).multiply(BigDecimal.valueOf(unitMs));
      boolean sane = ms.signum() >= 0 && ms.precision() - ms.scale() <= 12;
      return sane ? (Long) ms.setScale(0, RoundingMode.HALF_UP).longValue() : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Says a value; whatever blank it begins with joins it, otherwise {@code joint} does. */
  void say(Node node, String joint) {
    boolean ownBlank = node.start() < node.end() && Blank.is(tree.text().charAt(node.start()));
    draft.say(node.start(), node.end(), ownBlank ? "" : joint);
  }

  /** Lists every text nobody has read; numbers and switches are structure. */
  void dropRest(Node node) {
    if (node.start() < node.end()) {
      if (node.isText() && !node.name().startsWith("@")) {
        String name = node.name().isEmpty() ? "in a list" : node.name();
        draft.drop(node.start(), node.end(), "field not read: " + name);
      } else {
        draft.structure(node.start(), node.end());
      }
    }
    for (Node child : node.children()) {
      dropRest(child);
    }
  }
}
