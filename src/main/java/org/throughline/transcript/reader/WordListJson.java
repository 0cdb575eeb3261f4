package org.throughline.transcript.reader;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.transcript.source.Node;
import org.throughline.transcript.source.Source;
import org.throughline.transcript.source.Tree;

/** A bare list of words, {@code {"w","s","e","t"}}: word, start, end and type. */
final class WordListJson implements TranscriptReader {

  @Override
  public String dialect() {
    return "words-json";
  }

  @Override
  public Optional<String> detect(Source source) {
    return source instanceof Tree tree && !words(tree).isEmpty()
        ? Optional.of("JSON with a list of single words and times")
        : Optional.empty();
  }

  @Override
  public void read(Source source, Draft draft) {
    Tree tree = (Tree) source;
    TreeDraft values = new TreeDraft(tree, draft);
    List<Node> words = words(tree);
    int unit = TimeUnits.of(tree, words);
    String speaking = null;
    for (Node word : words) {
      Node said = word(word);
      if (said == null) {
        continue;
      }
      String speaker = values.use(TreeDraft.member(word, "speaker", "spk", "sp", "speaker_label"));
      values.use(TreeDraft.member(word, "t", "type"));
      Long start = values.millis(TreeDraft.member(word, "s", "start"), unit);
      if (!draft.hasTurn() || !Objects.equals(speaker, speaking)) {
        draft.turn(speaker, start);
        speaking = speaker;
      }
      String value = tree.text().substring(said.start(), said.end());
      values.say(said, value.matches("[\\p{Punct}…]+") ? "" : " ");
      draft.until(values.millis(TreeDraft.member(word, "e", "end"), unit));
    }
    values.dropRest(tree.root());
  }

  private static List<Node> words(Tree tree) {
    Node root = tree.root();
    Node list = root.kind() == Node.Kind.LIST ? root : null;
    for (Node child : root.children()) {
      list = list == null && child.kind() == Node.Kind.LIST ? child : list;
    }
    if (list == null || list.children().stream().noneMatch(word -> word(word) != null)) {
      return List.of();
    }
    return list.children();
  }

  private static @Nullable Node word(Node word) {
    Node said = TreeDraft.member(word, "w", "punctuated_word", "word");
    return said != null && said.isText() ? said : null;
  }
}
