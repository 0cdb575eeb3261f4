package org.throughline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.learning.LearnedCoder;
import org.throughline.learning.Lesson;
import org.throughline.record.Actor;
import org.throughline.record.ModelVersion;
import org.throughline.record.NewConsent;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import tools.jackson.databind.json.JsonMapper;

/** A model holds words of the clients it was learned from: it leaves memory when it ends. */
class LearningMemoryTest {

  private static final Actor ME = new Actor("local", "clinician", "care");
  private static final String CODE = "emotion.fear";

  @TempDir private Path folder;
  private Store store;
  private Learning learning;
  private String teacher;
  private String other;

  @BeforeEach
  void open() throws Exception {
    store = Store.open(folder);
    Engine engine = Engine.load(Practice.CODEBOOKS);
    learning = new Learning(store, engine, new HandCodings(engine, store), () -> {});
    teacher = client(Scope.TREATMENT_ANALYSIS, Scope.MODEL_TRAINING);
    other = client(Scope.TREATMENT_ANALYSIS);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private String client(Scope... scopes) {
    String id = store.clients().add(ME, "Maple", List.of(), null).id();
    for (Scope scope : scopes) {
      store.consents().record(ME, id, scope, NewConsent.granted(Instant.EPOCH));
    }
    return id;
  }

  private ModelVersion switchedOn() {
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lessons.add(new Lesson(teacher, i % 2 == 0, List.of(i % 2 == 0 ? "w=tremble" : "w=walk")));
    }
    LearnedCoder coder = LearnedCoder.learn(CODE, lessons);
    byte[] content =
        JsonMapper.shared().writeValueAsBytes(Map.of("model", coder.bytes(), "lessons", List.of()));
    ModelVersion kept =
        store.models().keep(ME, CODE, coder.rater().hash(), "{}", content, Set.of(teacher));
    return store.models().switchTo(ME, kept, true);
  }

  private void withdraw() {
    store.consents().record(ME, teacher, Scope.MODEL_TRAINING, NewConsent.refused(Instant.EPOCH));
  }

  @Test
  void theLastModelLeavesMemoryWhenItEnds() {
    switchedOn();
    learning.look(ME, other);
    assertThat(learning.inMemory()).isEqualTo(1);
    withdraw();
    learning.look(ME, other);
    assertThat(learning.inMemory()).isZero();
  }

  @Test
  void theLastModelLeavesMemoryWhenItIsSwitchedOff() {
    ModelVersion model = switchedOn();
    learning.look(ME, other);
    store.models().switchTo(ME, model, false);
    learning.look(ME, other);
    assertThat(learning.inMemory()).isZero();
  }

  @Test
  void aModelThatEndsWhileAnUploadIsCodedIsPassedOver() {
    ModelVersion model = switchedOn();
    withdraw();
    assertThat(learning.coders(List.of(model))).isEmpty();
    assertThat(learning.inMemory()).isZero();
  }
}
