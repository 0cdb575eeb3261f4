package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every record of ours is built with a canary in each component that may hold what a client said or
 * is called, and printed. A new record is under this law as soon as it is written.
 */
class RedactionLawTest {

  private static final String CANARY = "kingfisher";

  /** Names of components that hold words or people's names. */
  private static final Set<String> WORDS =
      Set.of(
          "text",
          "words",
          "quote",
          "folded",
          "surface",
          "lemma",
          "verbLemma",
          "note",
          "reason",
          "label",
          "fileName",
          "pseudonym",
          "title",
          "comment",
          "left",
          "right",
          "match",
          "therapist",
          "explanation",
          "witness",
          "evidence",
          "importReport",
          "turnText",
          "answer",
          "filename",
          "skipReason");

  /** Codebooks are written by their authors, questionnaires by their publishers. */
  private static final List<String> NOT_CLIENTS =
      List.of(
          "codebook.",
          "measure.Questionnaire",
          "desk.view.CodebookView",
          "desk.view.SuggestionView");

  /** Sentences of our own under one of those names; what else they hold is left to their tests. */
  private static final Set<String> OUR_OWN_SENTENCES =
      Set.of(
          "transcript.report.ImportResult$Refused",
          "transcript.report.ImportJson$Refusal",
          "transcript.checkin.CheckInResult$Refused",
          "transcript.reader.Boilerplate$Kind",
          "transcript.revision.Anchor$Lost",
          "transcript.report.Dropped",
          "transcript.source.Aside",
          "trajectory.TrajectoryView$SeriesView",
          "trajectory.TrajectoryView$PointView",
          "web.Problem",
          "desk.Received$Refused");

  @Test
  void noRecordPrintsAClientsWords() {
    List<String> printing = new ArrayList<>();
    int built = 0;
    for (Class<?> type : records()) {
      Object record = build(type);
      if (record != null) {
        built++;
        if (print(record).contains(CANARY)) {
          printing.add(name(type));
        }
      }
    }
    assertThat(built).as("records that could be built").isGreaterThan(150);
    assertThat(printing).isEmpty();
  }

  private static List<Class<?>> records() {
    List<Class<?>> records = new ArrayList<>();
    for (JavaClass found :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.throughline")) {
      String name = found.getName().substring("org.throughline.".length());
      if (found.isRecord() && !isAuthors(name) && !OUR_OWN_SENTENCES.contains(name)) {
        records.add(found.reflect());
      }
    }
    return records;
  }

  private static boolean isAuthors(String name) {
    return NOT_CLIENTS.stream().anyMatch(name::startsWith);
  }

  private static String name(Class<?> type) {
    return type.getName().substring("org.throughline.".length());
  }

  private static String print(Object record) {
    try {
      return record.toString();
    } catch (NullPointerException missing) {
      // A part that could not be made up; what is printed before it would be redacted too.
      return "";
    }
  }

  /** Null where the record's own checks refuse made-up values. */
  private static @Nullable Object build(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      boolean words = WORDS.contains(components[i].getName()) && !isAuthors(name(type));
      values[i] = value(components[i].getType(), words);
    }
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name(type), e);
    }
  }

  private static @Nullable Object value(Class<?> type, boolean words) {
    if (type == String.class) {
      return words ? CANARY : "2026";
    }
    if (type == double.class) {
      return 0.5;
    }
    if (type == int.class) {
      return 1;
    }
    if (type.isPrimitive()) {
      return java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0);
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == Set.class) {
      return Set.of();
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type == LocalDate.class) {
      return LocalDate.EPOCH;
    }
    if (type == Instant.class) {
      return Instant.EPOCH;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type == org.throughline.transcript.Span.class) {
      return new org.throughline.transcript.Span(0, CANARY.length());
    }
    if (type == byte[].class) {
      return new byte[0];
    }
    if (type.isSealed() && type.isInterface()) {
      return Arrays.stream(type.getPermittedSubclasses())
          .filter(Class::isRecord)
          .findFirst()
          .map(RedactionLawTest::build)
          .orElse(null);
    }
    return type.isRecord() ? build(type) : null;
  }
}
