package org.throughline.transcript.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Node;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.Tree;

/**
 * ELAN annotations: tiers that hang on nothing are speech, tiers that hang on them are glosses.
 *
 * <p>Annotations of different people that overlap in time stay turns of their own. The media
 * address names folders on somebody's computer and is left out.
 */
final class Elan implements TranscriptReader {

  /** A place on the time line: its order, and its time where the file states one. */
  private record Slot(int order, @Nullable Long ms) {}

  private record Annotation(@Nullable String label, Slot from, Slot to, Node value) {
    boolean overlaps(Annotation other) {
      return from.order < other.to.order && other.from.order < to.order;
    }

    @Override
    public String toString() {
      return "Annotation[" + from + ", " + to + "]";
    }
  }

  @Override
  public String dialect() {
    return "elan";
  }

  @Override
  public Optional<String> detect(Source source) {
    return source instanceof Tree tree && tree.root().name().equals("ANNOTATION_DOCUMENT")
        ? Optional.of("XML with an ANNOTATION_DOCUMENT")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) {
    Tree tree = (Tree) source;
    TreeDraft values = new TreeDraft(tree, draft);
    Map<String, Slot> slots = slots(tree, values);
    List<Annotation> annotations = new ArrayList<>();
    tree.root()
        .all("TIER")
        .forEach(
            tier -> {
              if (tier.child("@PARENT_REF") == null) {
                speech(tier, slots, values, annotations);
              } else {
                glosses(tier, draft);
              }
            });
    annotations.sort(
        Comparator.comparingInt((Annotation a) -> a.from.order).thenComparingInt(a -> a.to.order));
    for (int i = 0; i < annotations.size(); i++) {
      Annotation next = annotations.get(i);
      if (overlapped(annotations, i)) {
        draft.separateTurn(next.label, next.from.ms);
      } else {
        draft.turn(next.label, next.from.ms);
      }
      draft.say(next.value.start(), next.value.end(), " ").until(next.to.ms);
    }
    if (tree.root().child("HEADER") != null) {
      draft.note("the address of the recording was left out: it names folders of a computer");
    }
    values.dropRest(tree.root());
  }

  private static Map<String, Slot> slots(Tree tree, TreeDraft values) {
    Node header = tree.root().child("HEADER");
    String units = header == null ? null : values.use(header.child("@TIME_UNITS"));
    Map<String, Slot> slots = new HashMap<>();
    Node order = tree.root().child("TIME_ORDER");
    for (Node slot : order == null ? List.<Node>of() : order.children()) {
      String id = values.use(slot.child("@TIME_SLOT_ID"));
      Long time = values.millis(slot.child("@TIME_VALUE"), 1);
      boolean millis = units == null || units.equals("milliseconds");
      if (id != null) {
        slots.put(id, new Slot(slots.size(), millis ? time : null));
      }
    }
    return slots;
  }

  private static void speech(
      Node tier, Map<String, Slot> slots, TreeDraft values, List<Annotation> annotations) {
    String participant = values.use(tier.child("@PARTICIPANT"));
    String label = participant == null ? values.use(tier.child("@TIER_ID")) : participant;
    for (Node annotation : tier.children()) {
      for (Node aligned : annotation.children()) {
        Node value = aligned.child("ANNOTATION_VALUE");
        Slot from = slots.get(String.valueOf(values.use(aligned.child("@TIME_SLOT_REF1"))));
        Slot to = slots.get(String.valueOf(values.use(aligned.child("@TIME_SLOT_REF2"))));
        if (value != null && from != null && to != null) {
          annotations.add(new Annotation(label, from, to, value));
        }
      }
    }
  }

  private static void glosses(Node tier, Draft draft) {
    for (Node annotation : tier.children()) {
      for (Node reference : annotation.children()) {
        Node value = reference.child("ANNOTATION_VALUE");
        if (value != null) {
          draft.drop(value.start(), value.end(), "gloss on another tier");
        }
      }
    }
  }

  /** Whether somebody else speaks at the same time; sorted by start, so neighbours suffice. */
  private static boolean overlapped(List<Annotation> all, int i) {
    Annotation me = all.get(i);
    for (int k = i + 1; k < Math.min(all.size(), i + 20); k++) {
      if (me.overlaps(all.get(k)) && !java.util.Objects.equals(me.label, all.get(k).label)) {
        return true;
      }
    }
    for (int k = i - 1; k >= Math.max(0, i - 20); k--) {
      if (me.overlaps(all.get(k)) && !java.util.Objects.equals(me.label, all.get(k).label)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return dialect();
  }
}
