package org.throughline.transcript.source;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** JSON as a tree of places. Depth, number of values and length of strings are limited. */
final class JsonFile {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEPTH)
                  .maxStringLength(1 << 20)
                  .maxNameLength(1 << 10)
                  .maxNumberLength(100)
                  .build())
          .build();
  private static final String FIX = "Export the transcript again as JSON.";

  private final TreeBuilder tree = new TreeBuilder("json");
  private final JsonParser parser;

  private JsonFile(JsonParser parser) {
    this.parser = parser;
  }

  /** Whether a text begins as JSON does; a bracket may also hold a speaker's name. */
  static boolean is(String text) {
    int i = skipBlanks(text, 0);
    if (i == text.length()) {
      return false;
    }
    if (text.charAt(i) == '{') {
      return true;
    }
    int next = skipBlanks(text, i + 1);
    return text.charAt(i) == '[' && next < text.length() && "{[]\"".indexOf(text.charAt(next)) >= 0;
  }

  private static int skipBlanks(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  static Tree read(Decoded decoded) throws UnreadableException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), decoded.text())) {
      try {
        JsonFile file = new JsonFile(parser);
        Node root = file.value("", parser.nextToken());
        if (parser.nextToken() != null) {
          throw new UnreadableException(
              "the file goes on after its JSON", FIX, parser.currentTokenLocation().getLineNr());
        }
        return file.tree.build(root, decoded.encoding());
      } catch (JacksonException e) {
        // Its own message quotes the file.
        int line = parser.currentLocation().getLineNr();
        throw new UnreadableException("the file is not valid JSON, or passes a limit", FIX, line);
      }
    }
  }

  private Node value(String name, JsonToken token) throws UnreadableException {
    int line = parser.currentTokenLocation().getLineNr();
    return switch (token) {
      case START_OBJECT -> {
        List<Node> members = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String member = parser.currentName();
          members.add(value(member, parser.nextToken()));
        }
        yield tree.parent(name, Node.Kind.OBJECT, members);
      }
      case START_ARRAY -> {
        List<Node> items = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
          items.add(value("", t));
        }
        yield tree.parent(name, Node.Kind.LIST, items);
      }
      case VALUE_STRING -> tree.leaf(name, Node.Kind.TEXT, parser.getString(), line);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          tree.leaf(name, Node.Kind.NUMBER, parser.getString(), line);
      default -> tree.leaf(name, Node.Kind.OTHER, parser.getString(), line);
    };
  }
}
