package org.throughline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.throughline.transcript.source.UnreadableException;
import org.xml.sax.SAXException;

/** Files as other programs write them, and files nobody should open. */
class OtherProgramsTest {

  /** Taguette: an empty list of sets, no descriptions, the hierarchy in the names. */
  private static final String TAGUETTE =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Taguette 1.4">
        <Codes>
          <Code guid="0D0CA9E2-39E3-5E1D-9CF4-D7F2A4E3B1C5" name="agency" isCodable="true"/>
          <Code guid="{1d0ca9e2-39e3-5e1d-9cf4-d7f2a4e3b1c6}" name="agency.chose" isCodable="true" color="red"/>
          <Code name="no guid"/>
        </Codes>
        <Sets/>
      </CodeBook>
      """;

  @Test
  void a_code_book_against_the_schema_is_read_and_written_back_valid() throws Exception {
    byte[] theirs = OtherProgram.bytes(TAGUETTE);
    assertThatThrownBy(() -> Schemas.codebook(theirs)).isInstanceOf(SAXException.class);
    Imported imported = QdaReader.read(theirs);
    assertThat(imported.project().codes())
        .extracting(QdaProject.Code::name)
        .containsExactly("agency", "agency.chose", "no guid");
    assertThat(imported.warnings())
        .containsExactlyInAnyOrder(
            "there is an empty list of sets, which the schema forbids",
            "a colour is not of the form #RRGGBB and was left out",
            "a code has no GUID of the right form; it got one made from its name",
            "isCodable is missing; such codes can be used for coding");
    Schemas.codebook(QdaFile.codebook(imported.project()).bytes());
  }

  @Test
  void positions_that_disagree_are_quarantined_with_both_texts() throws Exception {
    String text = "I chose to stay. I chose to go.";
    String selections =
        OtherProgram.selection(1, "I chose to stay", 0, 15)
            + OtherProgram.selection(2, "I chose to go", 16, 29)
            + OtherProgram.selection(3, "words that were cleaned away", 0, 7)
            + OtherProgram.selection(4, "I chose", 0, 7)
            + OtherProgram.selection(5, "stay", 400, 404);
    Imported imported = read(text, selections);
    assertThat(imported.project().sources().getFirst().selections())
        .extracting(QdaProject.Selection::name)
        .containsExactly("I chose to stay", "I chose");
    assertThat(imported.quarantine())
        .extracting(Quarantined::quote, Quarantined::match, Quarantined::because)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "I chose to go", " I chose to g", "its words stand elsewhere in the text"),
            org.assertj.core.groups.Tuple.tuple(
                "words that were cleaned away", "I chose", "its words are not in the text"),
            org.assertj.core.groups.Tuple.tuple("stay", null, "the positions point at nothing"));
    assertThat(imported.quarantine().getFirst().codes()).containsExactly("turning point");
    assertThat(imported.quarantine().getFirst().toString()).doesNotContain("chose");
  }

  @Test
  void names_that_are_labels_are_no_quotes() throws Exception {
    String selections =
        OtherProgram.selection(1, "Selection 1", 0, 7) + OtherProgram.selection(2, "Mem. 2", 8, 15);
    Imported imported = read("I chose to stay.", selections);
    assertThat(imported.quarantine()).isEmpty();
    assertThat(imported.quoted()).isZero();
    assertThat(imported.warnings())
        .containsExactly(
            "no selection carries its words, so the positions could not be tested; they were read"
                + " as code points, end exclusive");
  }

  @Test
  void a_cut_quote_agrees_with_the_longer_words() throws Exception {
    Imported imported =
        read("I chose to stay and then I left.", OtherProgram.selection(1, "I chose to…", 0, 20));
    assertThat(imported.agreed()).isEqualTo(1);
  }

  @Test
  void text_inside_the_xml_is_read_too() throws Exception {
    String xml =
        OtherProgram.project(
                "<PlainTextContent>a\r\nchose</PlainTextContent>"
                    + OtherProgram.selection(1, "chose", 2, 7))
            .replaceFirst(" plainTextPath=\"[^\"]*\"", "");
    Imported imported =
        QdaReader.read(OtherProgram.archive("Project.qde", xml, "x.txt", new byte[0]));
    assertThat(imported.project().sources().getFirst().text()).isEqualTo("a\nchose");
    assertThat(imported.agreed()).isEqualTo(1);
  }

  @Test
  void what_is_no_text_is_listed_as_lost() throws Exception {
    String xml =
        OtherProgram.project("")
            .replace(
                "<Sources>",
                "<Sources><PDFSource guid=\""
                    + OtherProgram.guid(7)
                    + "\" path=\"absolute:///a\"/>"
                    + "<AudioSource guid=\""
                    + OtherProgram.guid(8)
                    + "\"/>"
                    + "<TextSource guid=\""
                    + OtherProgram.guid(9)
                    + "\" plainTextPath=\"absolute:///etc/passwd.txt\"/>");
    Imported imported =
        QdaReader.read(
            OtherProgram.archive(
                "project.qde", xml, "sources/" + OtherProgram.guid(90) + ".txt", new byte[] {'a'}));
    assertThat(imported.losses())
        .containsExactlyInAnyOrder(
            new Loss("PDF documents", 1, "only texts are read"),
            new Loss("recordings", 1, "only texts are read"),
            new Loss("texts", 1, "they are not in the archive"));
    assertThat(imported.project().sources()).hasSize(1);
  }

  @Test
  void a_text_in_an_old_encoding_is_read_and_said_so() throws Exception {
    byte[] latin = "caf\u00e9 chose".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Imported imported =
        QdaReader.read(
            OtherProgram.archive(
                "project.qde",
                OtherProgram.project(OtherProgram.selection(1, "chose", 5, 10)),
                "sources/" + OtherProgram.guid(90) + ".txt",
                latin));
    assertThat(imported.project().sources().getFirst().text()).isEqualTo("café chose");
    assertThat(imported.warnings()).contains("a text is not UTF-8; it was read as Windows-1252");
  }

  @Test
  void a_document_type_refuses_the_file() throws IOException {
    String xml =
        "<!DOCTYPE Project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Project>&x;</Project>";
    byte[] archive = OtherProgram.archive("project.qde", xml, "a.txt", new byte[0]);
    assertThatThrownBy(() -> QdaReader.read(archive))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("document type");
    assertThatThrownBy(() -> QdaReader.read(OtherProgram.bytes(xml)))
        .isInstanceOf(UnreadableException.class);
  }

  @Test
  void a_path_that_leads_out_refuses_the_file() throws IOException {
    byte[] archive =
        OtherProgram.archive(
            "project.qde", OtherProgram.project(""), "sources/../../a.txt", new byte[0]);
    assertThatThrownBy(() -> QdaReader.read(archive))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("outside");
  }

  @Test
  void something_else_is_refused_with_what_to_do() throws IOException {
    byte[] archive = OtherProgram.archive("word/document.xml", "<a/>", "a.txt", new byte[0]);
    assertThatThrownBy(() -> QdaReader.read(archive))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("project.qde");
    assertThatThrownBy(() -> QdaReader.read(OtherProgram.bytes("<html/>")))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("code book");
  }

  private static Imported read(String text, String selections)
      throws IOException, UnreadableException {
    return QdaReader.read(
        OtherProgram.archive(
            "project.qde",
            OtherProgram.project(selections),
            "sources/" + OtherProgram.guid(90) + ".txt",
            OtherProgram.bytes(text)));
  }
}
