package org.throughline.transcript.source;

import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import com.rtfparserkit.rtf.Command;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** RTF as lines, in the same way as {@link WordFile}. */
final class RtfFile extends RtfListenerAdaptor {

  private static final String FIX = "Open it in the word processor and save it as DOCX.";

  /** What a group of RTF is: shown text, or the reason it is set aside; empty means mere markup. */
  private record Group(@Nullable String aside, boolean bold, boolean deleted, boolean hidden) {}

  private final LinesBuilder lines = new LinesBuilder("rtf");
  private final Deque<Group> groups = new ArrayDeque<>();
  private final StringBuilder aside = new StringBuilder();
  private Group now = new Group(null, false, false, false);
  private Paragraph paragraph = new Paragraph();
  private boolean wrote;
  private int number = 1;
  private int table = -1;
  private int row = -1;
  private int column;
  private boolean inTable;
  private boolean rowOpen;

  static Lines read(byte[] bytes) throws UnreadableException {
    RtfFile file = new RtfFile();
    try {
      new StandardRtfParser().parse(new RtfStreamSource(new ByteArrayInputStream(bytes)), file);
    } catch (Stop e) {
      throw e.reason;
    } catch (IOException | RuntimeException e) {
      // The parser answers damage with whatever its state leads to.
      throw new UnreadableException("the RTF document is damaged", FIX);
    }
    try {
      file.endParagraph();
    } catch (Stop e) {
      throw e.reason;
    }
    return file.lines.build();
  }

  /** Carries a refusal through the parser, whose callbacks declare nothing. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient UnreadableException reason;

    Stop(UnreadableException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  @Override
  public void processGroupStart() {
    if (groups.size() >= Limits.DEPTH * 4) {
      throw new Stop(new UnreadableException("the RTF document is nested too deeply", FIX));
    }
    groups.push(now);
  }

  @Override
  public void processGroupEnd() {
    Group inner = now;
    now = groups.isEmpty() ? now : groups.pop();
    if (inner.aside != null && now.aside == null && !aside.isEmpty()) {
      lines.aside(
          inner.aside.isEmpty() ? "document data" : inner.aside, number, aside.toString().strip());
      aside.setLength(0);
    }
  }

  @Override
  public void processString(String text) {
    put(text);
  }

  @Override
  public void processCommand(Command command, int parameter, boolean has, boolean optional) {
    boolean on = !has || parameter != 0;
    switch (command) {
      case optionalcommand,
          fonttbl,
          colortbl,
          stylesheet,
          info,
          generator,
          pict,
          object,
          fldinst,
          listtable,
          themedata,
          nonesttables ->
          now = new Group("", now.bold, now.deleted, now.hidden);
      case header, headerl, headerr, headerf, footer, footerl, footerr, footerf ->
          now = new Group("page header or footer", false, false, false);
      case annotation -> now = new Group("comment in the margin", false, false, false);
      case footnote -> now = new Group("footnote", false, false, false);
      case shptxt -> now = new Group("text box", false, false, false);
      case b -> now = new Group(now.aside, on, now.deleted, now.hidden);
      case v -> now = new Group(now.aside, now.bold, now.deleted, on);
      case deleted -> now = new Group(now.aside, now.bold, on, now.hidden);
      case plain -> now = new Group(now.aside, false, false, false);
      case tab -> put("\t");
      case emdash -> put("—");
      case endash -> put("–");
      case lquote -> put("‘");
      case rquote -> put("’");
      case ldblquote -> put("“");
      case rdblquote -> put("”");
      case bullet -> put("•");
      case pard -> inTable = false;
      case intbl -> inTable = true;
      default -> layout(command);
    }
  }

  private void layout(Command command) {
    if (now.aside != null) {
      if (command == Command.par || command == Command.line) {
        put("\n");
      }
      return;
    }
    switch (command) {
      case par, sect, page -> endParagraph();
      case line -> breakSoftly();
      case trowd -> {
        if (!rowOpen) {
          table += row < 0 ? 1 : 0;
          row++;
          column = 0;
          rowOpen = true;
        }
      }
      case cell -> {
        inTable = true;
        endParagraph();
        column++;
      }
      case row -> {
        rowOpen = false;
        inTable = false;
      }
      default -> {}
    }
  }

  private void put(String text) {
    if (now.aside != null) {
      if (!now.aside.isEmpty()) {
        aside.append(text);
      }
    } else if (now.deleted || now.hidden) {
      lines.aside(now.deleted ? "deleted by a tracked change" : "hidden text", number, text);
    } else {
      paragraph.append(text, now.bold);
      wrote = true;
    }
  }

  private void breakSoftly() {
    try {
      paragraph.breakSoftly(lines, number, cell());
    } catch (UnreadableException e) {
      throw new Stop(e);
    }
  }

  private void endParagraph() {
    try {
      if (wrote || !inTable) {
        paragraph.flush(lines, number, cell());
      }
    } catch (UnreadableException e) {
      throw new Stop(e);
    }
    number++;
    wrote = false;
    paragraph = new Paragraph();
  }

  private Line.@Nullable Cell cell() {
    return inTable && row >= 0 ? new Line.Cell(Math.max(table, 0), row, column) : null;
  }
}
