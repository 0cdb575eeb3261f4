package org.throughline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.desk.Practice.ME;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.deidentify.Draft;
import org.throughline.deidentify.Kind;
import org.throughline.desk.view.ReleasedQuotePage;
import org.throughline.desk.view.ReleasedQuotePage.QuoteOfRelease;
import org.throughline.quote.Concordance.SortBy;
import org.throughline.quote.DamagedIndexException;
import org.throughline.quote.QuoteIndex;
import org.throughline.record.Actor;
import org.throughline.record.DiskScan;
import org.throughline.record.NewConsent;
import org.throughline.record.Releases.Release;
import org.throughline.record.Scope;
import org.throughline.record.Store;
import org.throughline.transcript.Role;
import org.throughline.transcript.Upload;

/** Searching released text: what is in the second index, and what never is. */
class ReleasedIndexIT {

  @TempDir Path folder;
  private Desk desk;
  private ReleasedQuotes quotes;

  @BeforeEach
  void open() throws Exception {
    desk = Practice.open(folder);
    quotes = desk.releasedQuotes();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private String client(String pseudonym, Scope... scopes) {
    String client = desk.addClient(ME, pseudonym, List.of(), null).id();
    answer(client, Scope.TREATMENT_ANALYSIS, NewConsent.granted(Instant.EPOCH));
    for (Scope scope : scopes) {
      answer(client, scope, NewConsent.granted(Instant.EPOCH));
    }
    return client;
  }

  private void answer(String client, Scope scope, NewConsent given) {
    desk.recordConsent(ME, client, scope, given);
  }

  private String session(String client, String said, int day) {
    String text = "T: How was it?\nC: " + said + "\nT: And then?\nC: It went on.\n";
    var upload = new Upload("session.txt", text.getBytes(StandardCharsets.UTF_8));
    var roles = Map.of("T", Role.THERAPIST, "C", Role.CLIENT);
    var date = LocalDate.of(2026, 3, 1).plusDays(day);
    var file =
        new TranscriptFile(upload, date, null, roles, true, null, new TranscriptFile.Twins.Ask());
    return ((Received.Kept) desk.receive(ME, client, file, null)).session().id();
  }

  private void letGo(String client) {
    for (Release drafted : desk.releasing().draft(ME, client)) {
      Release release = desk.releasing().open(ME, drafted.entry());
      for (Draft.Open open : release.draft().queue()) {
        desk.releasing().accept(ME, drafted.entry(), open.turn(), open.mark().span());
      }
      String version = desk.releasing().review(ME, drafted.entry()).version();
      desk.releasing().approve(ME, drafted.entry(), version);
      Actor second = new Actor("second", "reviewer", "research");
      desk.releasing().approve(second, drafted.entry(), version);
      desk.releasing().release(ME, drafted.entry());
    }
  }

  private List<String> found(String words) throws Exception {
    desk.settleAll();
    return quotes.search(ME, question(words)).items().stream().map(QuoteOfRelease::text).toList();
  }

  private static Question question(String words) {
    return new Question(words, null, null, 0, 20);
  }

  /** All that can be asked, as one text. */
  private String everything() throws Exception {
    desk.settleAll();
    StringBuilder all = new StringBuilder();
    for (String words : List.of("", "sister", "sorry", "Oluwaseun", "code:emotion.*", "-went")) {
      ReleasedQuotePage<QuoteOfRelease> page = quotes.search(ME, question(words));
      all.append(words).append(page).append(page.clients()).append(page.withheld());
      page.items().forEach(one -> all.append(one.day()).append(one.text()).append(one.marks()));
      for (SortBy sort : SortBy.values()) {
        if (!words.isEmpty() && !words.startsWith("-")) {
          quotes
              .lines(ME, question(words), sort, 60)
              .items()
              .forEach(line -> all.append(line.left()).append(line.match()).append(line.right()));
        }
      }
      all.append(quotes.counts(ME, question(words)));
    }
    return all.toString();
  }

  @Test
  void whatWasReleasedIsFoundAsItWasReleased() throws Exception {
    String maple = client("Maple", Scope.RESEARCH, Scope.QUOTE_VERBATIM);
    session(maple, "My sister Oluwaseun was scared of the lift.", 0);
    session(maple, "I was happy with my sister.", 35);
    assertThat(found("sister")).as("nothing is released").isEmpty();

    letGo(maple);

    assertThat(found("sister")).hasSize(2).noneMatch(text -> text.contains("Oluwaseun"));
    assertThat(found("Oluwaseun")).as("the name is not in the index").isEmpty();
    assertThat(found("code:emotion.*")).as("the machine's codes are").isNotEmpty();
    ReleasedQuotePage<QuoteOfRelease> page = quotes.search(ME, question("sister"));
    assertThat(page.items()).extracting(QuoteOfRelease::day).containsExactly(35, 0);
    QuoteOfRelease first = page.items().getLast();
    var mark = first.marks().getFirst();
    assertThat(first.text().substring(mark.start(), mark.end())).isEqualTo("sister");
    assertThat(first.before()).isNotNull();
    assertThat(page.toString() + page.items()).doesNotContain("sister", maple);
    assertThat(quotes.lines(ME, question("sister"), SortBy.LEFT, 20).items()).hasSize(2);
  }

  @Test
  void itsFilesOpenUnderItsOwnKeyAlone() throws Exception {
    String maple = client("Maple", Scope.RESEARCH, Scope.QUOTE_VERBATIM);
    session(maple, "My sister was scared of the lift.", 0);
    letGo(maple);
    assertThat(found("sister")).hasSize(1);
    desk.close();
    Path files = folder.resolve("released");
    assertThat(DiskScan.found(files, List.of("sister", "scared", "Maple", maple))).isEmpty();
    try (Store store = Store.open(folder)) {
      byte[] other = store.vault().indexKey();
      assertThatThrownBy(() -> QuoteIndex.open(files, other))
          .isInstanceOf(DamagedIndexException.class);
      QuoteIndex.open(files, store.vault().releasedIndexKey()).close();
    }
  }

  @Test
  void whoDidNotAgreeToBeQuotedIsCountedAndNotShown() throws Exception {
    String maple = client("Maple", Scope.RESEARCH);
    session(maple, "My sister was scared.", 0);
    letGo(maple);
    assertThat(found("sister")).isEmpty();
    assertThat(quotes.search(ME, question("sister")).withheld()).isEqualTo(1);
    assertThat(quotes.counts(ME, question("sister")).corpusSessions()).isEqualTo(1);
    assertThat(quotes.counts(ME, question("sister")).turns()).as("one client is too few").isNull();
    assertThat(quotes.counts(ME, question("zeppelin")).turns()).isZero();
    answer(maple, Scope.QUOTE_VERBATIM, NewConsent.granted(Instant.EPOCH));
    assertThat(found("sister")).hasSize(1);
  }

  @Test
  void fromTenClientsOnTheyAreCounted() throws Exception {
    for (int i = 0; i < 10; i++) {
      String client = client("Tree " + i, Scope.RESEARCH);
      session(client, i == 0 ? "I was happy with my sister." : "I was scared of my sister.", 0);
      letGo(client);
    }
    desk.settleAll();
    String another = client("Tree 10", Scope.RESEARCH);
    session(another, "I was glad of my sister.", 0);
    letGo(another);
    desk.settleAll();
    var counts = quotes.counts(ME, question("sister"));
    assertThat(counts.clients()).as("eleven, told in tens").isEqualTo(10);
    assertThat(counts.turns()).isEqualTo(10);
    assertThat(counts.codes()).as("nine and one").allMatch(code -> code.turns() == null);
    assertThat(quotes.counts(ME, question("scared")).turns()).isNull();
  }

  @Test
  void nobodyIsCountedAlone() throws Exception {
    String maple = client("Maple", Scope.RESEARCH);
    session(maple, "My sister was scared.", 0);
    letGo(maple);
    desk.settleAll();
    for (String words : List.of("client:p1 sister", "sister AND NOT client:p1", "session:s1")) {
      assertThatThrownBy(() -> quotes.counts(ME, question(words)))
          .as(words)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("whole corpus");
    }
    assertThatThrownBy(() -> quotes.counts(ME, new Question("sister", null, "p1", 0, 20)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatLeavesItLeavesItsFilesUnderAKeyThatIsGone() throws Exception {
    String maple = client("Maple", Scope.RESEARCH, Scope.QUOTE_VERBATIM);
    String entry = session(maple, "My sister was scared of the lift.", 0);
    letGo(maple);
    assertThat(found("sister")).hasSize(1);
    Path old = folder.resolve("copy");
    copy(folder.resolve("released"), old);
    desk.releasing().recall(ME, entry);
    assertThat(found("sister")).isEmpty();
    desk.close();
    try (Store store = Store.open(folder)) {
      byte[] now = store.vault().releasedIndexKey();
      assertThatThrownBy(() -> QuoteIndex.open(old, now))
          .as("a copy from before the recall")
          .isInstanceOf(DamagedIndexException.class);
      try (QuoteIndex index = QuoteIndex.open(folder.resolve("released"), now)) {
        index.verify();
      }
    }
  }

  private static void copy(Path from, Path to) throws Exception {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void othersChangeNothing() throws Exception {
    String maple = client("Maple", Scope.RESEARCH, Scope.QUOTE_VERBATIM);
    session(maple, "My sister said sorry and I was scared.", 0);
    letGo(maple);
    String alone = everything();
    assertThat(alone).contains("sister");

    String unreleased = client("Rowan", Scope.RESEARCH, Scope.QUOTE_VERBATIM);
    session(unreleased, "My sister said sorry, sorry, and I was happy.", 0);
    desk.releasing().draft(ME, unreleased);
    String without = client("Alder", Scope.QUOTE_VERBATIM);
    session(without, "My sister said sorry too and I was scared.", 0);
    String withdrawn = client("Birch", Scope.RESEARCH, Scope.QUOTE_VERBATIM);
    session(withdrawn, "Sorry, said my sister, scared.", 0);
    letGo(withdrawn);
    assertThat(everything()).isNotEqualTo(alone);
    answer(withdrawn, Scope.RESEARCH, NewConsent.refused(Instant.EPOCH));
    assertThat(quotes.search(ME, question("sister")).total())
        .as("at once, before the index follows")
        .isEqualTo(1);
    String recalled = client("Hazel", Scope.RESEARCH, Scope.QUOTE_VERBATIM);
    String entry = session(recalled, "My sister again, sorry.", 0);
    letGo(recalled);
    desk.releasing().recall(ME, entry);
    String erased = client("Yew", Scope.RESEARCH, Scope.QUOTE_VERBATIM);
    session(erased, "My sister, sorry, scared.", 0);
    letGo(erased);
    desk.settleAll();
    desk.custody().erase(ME, erased);

    assertThat(everything()).isEqualTo(alone);
  }

  @Test
  void whoWithdrawsWhileOthersSearchIsGoneFromTheNextAnswer() throws Exception {
    String maple = client("Maple", Scope.RESEARCH, Scope.QUOTE_VERBATIM);
    session(maple, "My sister was scared of the lift.", 0);
    for (int round = 0; round < 25; round++) {
      letGo(maple);
      assertThat(found("sister")).hasSize(1);
      AtomicBoolean withdrawn = new AtomicBoolean();
      Thread other =
          Thread.ofVirtual()
              .start(
                  () -> {
                    answer(maple, Scope.RESEARCH, NewConsent.refused(Instant.EPOCH));
                    withdrawn.set(true);
                  });
      boolean before;
      do {
        before = !withdrawn.get();
        int hits = quotes.search(ME, question("sister")).items().size();
        assertThat(hits).isLessThanOrEqualTo(before ? 1 : 0);
      } while (before);
      other.join();
      answer(maple, Scope.RESEARCH, NewConsent.granted(Instant.EPOCH));
    }
  }

  @Test
  void aNewCardTakesItOutUntilItIsReadAgain() throws Exception {
    String maple = client("Maple", Scope.RESEARCH, Scope.QUOTE_VERBATIM);
    session(maple, "My sister was scared of the lift.", 0);
    letGo(maple);
    assertThat(found("sister")).hasSize(1);
    var card = desk.releasing().card(ME, maple);
    desk.releasing().keepCard(ME, card.and(Kind.ORGANISATION, "the lift"));
    assertThat(found("sister")).as("back in review").isEmpty();
    letGo(maple);
    assertThat(found("sister")).hasSize(1).noneMatch(text -> text.contains("the lift"));
  }

  @Test
  void itIsFilledAgainFromTheStore() throws Exception {
    String maple = client("Maple", Scope.RESEARCH, Scope.QUOTE_VERBATIM);
    session(maple, "My sister was scared of the lift.", 0);
    letGo(maple);
    assertThat(found("sister")).hasSize(1);
    desk.close();
    List<Path> files = new ArrayList<>();
    try (var listed = Files.list(folder.resolve("released"))) {
      listed.forEach(files::add);
    }
    for (Path file : files) {
      Files.delete(file);
    }
    desk = Practice.open(folder);
    quotes = desk.releasedQuotes();
    assertThat(found("sister")).hasSize(1);
  }

  @Test
  void whatReleasedTextHasNotCannotBeAskedFor() {
    for (String words : List.of("clinician:ada", "problem:x", "session:3", "date:2026-03")) {
      assertThatThrownBy(() -> quotes.search(ME, question(words)))
          .as(words)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
