package org.throughline.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.codebook.Codebook;
import org.throughline.exchange.CodeTrees;
import org.throughline.exchange.CodedItems;
import org.throughline.exchange.Imported;
import org.throughline.exchange.Loss;
import org.throughline.exchange.QdaFile;
import org.throughline.exchange.QdaProject;
import org.throughline.exchange.QdaReader;
import org.throughline.research.StudyCode;
import org.throughline.transcript.source.UnreadableException;

/**
 * REFI-QDA files of other programs, looked into before anything is taken over, and the codebooks
 * here as one of theirs. Nothing is kept.
 */
public final class Exchanging {

  /** The longest id of a study's code. */
  private static final int LONGEST = 100;

  private Exchanging() {}

  /**
   * What a file holds and how it was understood.
   *
   * @param codes the tree, parents before children
   * @param texts how many texts there are
   * @param codings how many codings of them
   * @param coders under whose names
   * @param cut codings that reach over a turn's end and are cut there
   * @param reading how the file counts positions
   * @param quoted selections that carry words to test the positions against
   * @param agreed those of them whose positions point at their words
   * @param quarantined selections whose positions and words disagree
   * @param notes what the file does against the standard, and what was made of it
   * @param losses what is left behind
   */
  public record Contents(
      List<Code> codes,
      int texts,
      int codings,
      List<String> coders,
      int cut,
      String reading,
      int quoted,
      int agreed,
      int quarantined,
      List<String> notes,
      List<Loss> losses) {

    public Contents {
      codes = List.copyOf(codes);
      coders = List.copyOf(coders);
      notes = List.copyOf(notes);
      losses = List.copyOf(losses);
    }

    /** Names of codes and coders are theirs to say. */
    @Override
    public String toString() {
      return "Contents[codes=" + codes.size() + ", texts=" + texts + ", codings=" + codings + "]";
    }
  }

  /**
   * A code as a study can take it.
   *
   * @param id its path, "agency/chose", or our own id where the file knows it
   * @param parent id of the code above; null at the top
   */
  public record Code(String id, @Nullable String parent, String name, String definition) {
    @Override
    public String toString() {
      return "Code[" + id.length() + "]";
    }
  }

  /** The codebooks as a REFI-QDA code book. */
  public static QdaFile codebooks(List<Codebook> codebooks) {
    return QdaFile.codebook(QdaProject.codebook("", CodeTrees.of(codebooks).roots(), List.of()));
  }

  /**
   * Looks into a code book ({@code .qdc}) or project ({@code .qdpx}) of any program.
   *
   * @param codebooks those here: a code book's codes that are theirs keep their ids and definitions
   * @param study codes of the study that it may go to: they keep their ids, too
   * @throws IllegalArgumentException if it is neither, damaged or not to be trusted
   */
  public static Contents look(byte[] file, List<Codebook> codebooks, List<StudyCode> study) {
    Imported imported;
    try {
      imported = QdaReader.read(file);
    } catch (UnreadableException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    CodedItems items = CodedItems.of(imported);
    Set<String> coders =
        items.lines().stream()
            .map(CodedItems.Line::rater)
            .filter(rater -> !rater.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    return new Contents(
        codes(
            imported, items, imported.project().sources().isEmpty() ? codebooks : List.of(), study),
        imported.project().sources().size(),
        items.lines().size(),
        List.copyOf(coders),
        items.across(),
        imported.reading().inWords(),
        imported.quoted(),
        imported.agreed(),
        imported.quarantine().size(),
        imported.warnings(),
        imported.losses());
  }

  private static List<Code> codes(
      Imported imported, CodedItems items, List<Codebook> codebooks, List<StudyCode> study) {
    Map<String, String> ids = new HashMap<>();
    items.codes().forEach(path -> ids.put(path.guid(), path.code()));
    Map<String, String> definitions = new HashMap<>();
    for (Codebook codebook : codebooks) {
      for (org.throughline.codebook.Code code : codebook.codes()) {
        ids.replace(CodeTrees.guid(code.id()), code.id());
        definitions.put(CodeTrees.guid(code.id()), code.definition());
      }
    }
    study.forEach(code -> ids.replace(CodeTrees.guid(code.id()), code.id()));
    List<QdaProject.Code> roots =
        imported.project().codes().stream().filter(root -> !CodedItems.isSpeakers(root)).toList();
    List<Code> codes = new ArrayList<>();
    new Tree(ids, definitions, new HashSet<>(), codes).add(roots, null);
    return codes;
  }

  /** The tree as a list in which every id stands once. */
  private record Tree(
      Map<String, String> ids, Map<String, String> definitions, Set<String> taken, List<Code> out) {

    void add(List<QdaProject.Code> tree, @Nullable String parent) {
      for (QdaProject.Code code : tree) {
        String path = ids.getOrDefault(code.guid(), code.guid());
        String id = path.length() <= LONGEST && taken.add(path) ? path : code.guid();
        String definition = definitions.getOrDefault(code.guid(), code.description());
        out.add(new Code(id, parent, code.name(), definition));
        add(code.children(), id);
      }
    }

    @Override
    public String toString() {
      return "Tree[" + out.size() + "]";
    }
  }
}
