package org.throughline.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.coding.CodedTranscript;
import org.throughline.coding.Coding;
import org.throughline.desk.view.ModelView;
import org.throughline.learning.LearnedCoder;
import org.throughline.learning.Lesson;
import org.throughline.learning.ModelCard;
import org.throughline.learning.Recipe;
import org.throughline.record.Actor;
import org.throughline.record.Entry;
import org.throughline.record.EntryContent;
import org.throughline.record.ModelVersion;
import org.throughline.record.SessionRecord;
import org.throughline.record.Store;
import org.throughline.record.StoreException;
import org.throughline.transcript.Transcript;
import tools.jackson.databind.json.JsonMapper;

/**
 * Coders learned from people's decisions in this practice: learned, read about, switched on and off
 * by people, one code at a time. A model counts for nothing by itself: what it suggests is marked
 * as its own and enters no figure before a person confirms it.
 */
public final class Learning {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** What came of learning. */
  public sealed interface Outcome {
    record Learned(ModelView model) implements Outcome {}

    /**
     * Nothing was learned, and the version before stays.
     *
     * @param because what is missing
     */
    record TooLittle(String because) implements Outcome {}
  }

  /**
   * Whether learning again from the same sentences gives the same model.
   *
   * @param lessons how many there were
   * @param there how many are still there
   * @param same whether the model is the same, to the last bit
   */
  public record Check(int lessons, int there, boolean same) {}

  /**
   * What looking through a client's record with the models that are on came to.
   *
   * @param entries sessions and check-ins
   * @param suggested suggestions of models that now wait for a person in them
   * @param waiting those entries that hold some, in the order of the record
   */
  public record Looked(int entries, int suggested, List<Waiting> waiting) {
    public Looked {
      waiting = List.copyOf(waiting);
    }
  }

  /**
   * A session or check-in with suggestions of models.
   *
   * @param number of the session; null for a check-in
   * @param turn of the first of them, from 0
   */
  public record Waiting(
      String entry, @Nullable Integer number, String date, int suggested, int turn) {}

  /** What is sealed of a model. */
  @SuppressWarnings("ArrayRecordComponent") // a file, compared by nobody
  private record Content(byte[] model, List<Lessons.Place> lessons) {
    @Override
    public String toString() {
      return "Content[lessons=" + lessons.size() + "]";
    }
  }

  private final Store store;
  private final Engine engine;
  private final HandCodings hand;
  private final Runnable changed;
  private final Map<String, LearnedCoder> read = new ConcurrentHashMap<>();

  Learning(Store store, Engine engine, HandCodings hand, Runnable changed) {
    this.store = store;
    this.engine = engine;
    this.hand = hand;
    this.changed = changed;
  }

  /**
   * Learns a code from what people decided so far, as its next version, switched off.
   *
   * @throws IllegalArgumentException if no codebook has the code, or it is about safety
   * @throws StoreException.Conflict if a client withdrew while it was learned; nothing is kept
   */
  public Outcome learn(Actor by, String code) {
    requireLearnable(code);
    Lessons.Gathered gathered = new Lessons(store, engine.analyzer()).of(by, code);
    return switch (ModelCard.measure(code, gathered.lessons(), Recipe.OURS)) {
      case ModelCard.Outcome.TooLittle little -> new Outcome.TooLittle(little.because());
      case ModelCard.Outcome.Carded carded -> {
        LearnedCoder coder = LearnedCoder.learn(code, gathered.lessons());
        ModelVersion kept =
            store
                .models()
                .keep(
                    by,
                    code,
                    coder.rater().hash(),
                    JSON.writeValueAsString(carded.card()),
                    JSON.writeValueAsBytes(new Content(coder.bytes(), gathered.places())),
                    gathered.clients());
        changed.run();
        yield new Outcome.Learned(view(kept));
      }
    };
  }

  private void requireLearnable(String code) {
    hand.requireCode(code);
    if (code.startsWith("safety.")) {
      throw new IllegalArgumentException(
          "talk of safety is put before a person as it stands and is not learned: a model that"
              + " misses some of it would be taken for a watch that is kept");
    }
  }

  /** All versions, codes in alphabetical order, the newest of each first. */
  public List<ModelView> all() {
    store.models().endUnconsented();
    return store.models().all().stream().map(Learning::view).toList();
  }

  /**
   * Switches a code's newest model on or off.
   *
   * @param version whose card the person has read
   * @throws StoreException.NotFound if the code was never learned
   * @throws StoreException.Conflict if there is a newer version, or this one is gone
   */
  public ModelView switchTo(Actor by, String code, int version, boolean on) {
    store.models().endUnconsented();
    ModelVersion newest = newest(code);
    if (newest.number() != version) {
      throw new StoreException.Conflict(
          "version " + newest.number() + " is the newest: read its card first");
    }
    ModelView now = view(store.models().switchTo(by, newest, on));
    changed.run();
    return now;
  }

  /**
   * Learns a code's newest version again from the very sentences it was learned from.
   *
   * @throws StoreException.NotFound if there is none, or it is gone
   */
  public Check verify(Actor by, String code) {
    ModelVersion newest = newest(code);
    Content content = content(newest);
    Lessons.Gathered again = new Lessons(store, engine.analyzer()).again(by, content.lessons());
    List<Lesson> lessons = again.lessons();
    boolean same =
        lessons.size() == content.lessons().size()
            && LearnedCoder.learn(code, lessons).rater().hash().equals(newest.hash());
    return new Check(content.lessons().size(), lessons.size(), same);
  }

  /** Looks through a client's sessions and check-ins with the models that are on. */
  public Looked look(Actor by, String client) {
    Desk.requireConsent(store, by, client);
    List<LearnedCoder> coders = on();
    List<Waiting> waiting = new ArrayList<>();
    List<EntryContent> contents = store.entries().contents(by, client);
    for (EntryContent content : contents) {
      List<Coding> found = suggestions(content.transcript(), standing(content), coders);
      found.stream()
          .mapToInt(Coding::turn)
          .min()
          .ifPresent(first -> waiting.add(waiting(content.entry(), found.size(), first)));
      if (store.models().suggest(by, content.entry().id(), found)) {
        changed.run();
      }
    }
    int suggested = waiting.stream().mapToInt(Waiting::suggested).sum();
    return new Looked(contents.size(), suggested, waiting);
  }

  private static Waiting waiting(Entry entry, int suggested, int turn) {
    Integer number = entry instanceof SessionRecord session ? session.number() : null;
    return new Waiting(entry.id(), number, entry.date().toString(), suggested, turn);
  }

  /** What stands or was judged already: there a model has nothing to say. */
  private static List<Coding> standing(EntryContent content) {
    return content.codings().stream()
        .filter(
            stored ->
                !(stored.coding().rater() instanceof org.throughline.coding.Rater.Model)
                    || stored.last().isPresent())
        .map(stored -> stored.coding())
        .toList();
  }

  /** A text coded by the cues, and by the models that are on. */
  CodedTranscript code(Transcript transcript) {
    CodedTranscript coded = engine.code(transcript);
    List<LearnedCoder> coders = on();
    if (coders.isEmpty()) {
      return coded;
    }
    List<Coding> codings = new ArrayList<>(coded.codings());
    codings.addAll(suggestions(transcript, coded.codings(), coders));
    return new CodedTranscript(transcript, coded.facts(), codings, coded.words());
  }

  private List<Coding> suggestions(
      Transcript transcript, List<Coding> known, List<LearnedCoder> coders) {
    return coders.isEmpty()
        ? List.of()
        : new Suggestions(engine.analyzer(), coders, Recipe.OURS.threshold()).of(transcript, known);
  }

  /** Those that are on and whose clients all still agree. */
  private List<LearnedCoder> on() {
    if (store.models().all().stream().anyMatch(ModelVersion::isOn)) {
      store.models().endUnconsented();
    }
    List<ModelVersion> on = store.models().all().stream().filter(ModelVersion::isOn).toList();
    // A model holds words of its clients: one that is not on any more is not kept in memory.
    read.keySet().retainAll(on.stream().map(ModelVersion::id).collect(Collectors.toSet()));
    return coders(on);
  }

  /** Those of the versions that can still be opened: one may end while a text is coded. */
  List<LearnedCoder> coders(List<ModelVersion> on) {
    List<LearnedCoder> coders = new ArrayList<>();
    for (ModelVersion model : on) {
      try {
        coders.add(read.computeIfAbsent(model.id(), id -> coder(model)));
      } catch (StoreException.NotFound | StoreException.Damaged gone) {
        // The key goes first: for a moment its row is there and does not open.
        read.remove(model.id());
      }
    }
    return List.copyOf(coders);
  }

  /** How many models are in memory. */
  int inMemory() {
    return read.size();
  }

  private LearnedCoder coder(ModelVersion model) {
    try {
      return LearnedCoder.read(model.code(), content(model).model());
    } catch (IOException e) {
      throw new StoreException.Damaged("the model of " + model.code() + " cannot be read");
    }
  }

  private Content content(ModelVersion model) {
    return JSON.readValue(store.models().content(model.id()), Content.class);
  }

  private ModelVersion newest(String code) {
    return store.models().all().stream()
        .filter(model -> model.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new StoreException.NotFound("model"));
  }

  private static ModelView view(ModelVersion model) {
    return ModelView.of(model, JSON.readValue(model.card(), ModelCard.class));
  }
}
