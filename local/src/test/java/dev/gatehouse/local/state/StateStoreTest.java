package dev.gatehouse.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.dynamodb.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateStoreTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  /** A value as services have it. */
  private record Note(String text, Instant at, Duration lasts) {}

  private final Store store = Store.inMemory();
  private final StateStore state = StateStore.in(store);
  private final StateEntries<Note> notes = state.entries("notes", Note.class);
  private final Map<String, Note> memory = new ConcurrentHashMap<>();

  private void put(String key, String text) {
    memory.put(key, new Note(text, NOON, Duration.ofMinutes(3)));
    notes.changed(key, () -> memory.get(key));
  }

  private static List<String> texts(StateEntries<Note> notes) {
    return notes.all().values().stream().map(Note::text).toList();
  }

  @Test
  void entriesComeBackAsTheyWereInTheOrderOfTheirKeys() {
    put("b", "<second>");
    put("a", "first");

    assertThat(StateStore.in(store).entries("notes", Note.class).all())
        .isEqualTo(memory)
        .containsOnlyKeys("a", "b");
    assertThat(texts(notes)).containsExactly("first", "<second>");
    assertThat(notes.all("b")).containsOnlyKeys("b");
    assertThat(state.entries("others", Note.class).all()).isEmpty();
  }

  @Test
  void changesOfARequestAreStoredTogetherAtItsEnd() {
    String answer =
        state.request(
            () -> {
              put("a", "1");
              memory.remove("b");
              put("b", "2");
              memory.remove("a");
              notes.changed("a", () -> memory.get("a"));
              assertThat(notes.all()).isEmpty();
              return "done";
            });

    assertThat(answer).isEqualTo("done");
    assertThat(texts(notes)).containsExactly("2");
  }

  @Test
  void whatARequestChangedBeforeItFailedIsStored() {
    assertThatThrownBy(
            () ->
                state.request(
                    () -> {
                      put("a", "1");
                      throw new IllegalStateException("refused");
                    }))
        .hasMessage("refused");
    assertThat(texts(notes)).containsExactly("1");
  }

  @Test
  void requestThatEndsLaterStoresWhatIsTrueThen() throws Exception {
    state.request(
        () -> {
          put("a", "of the request");
          Thread other = Thread.ofVirtual().start(() -> put("a", "of another"));
          join(other);
          assertThat(texts(notes)).containsExactly("of another");
          return true;
        });

    assertThat(texts(notes)).containsExactly("of another");
  }

  @Test
  void nothingIsStoredWithoutADataDirectory() {
    StateStore none = StateStore.none();
    StateEntries<Note> entries = none.entries("notes", Note.class);
    List<String> reads = new ArrayList<>();
    none.read(() -> reads.add("read"));
    none.request(
        () -> {
          entries.changed("a", () -> new Note("1", NOON, Duration.ZERO));
          return true;
        });
    entries.store("b", new Note("2", NOON, Duration.ZERO));

    assertThat(entries.all()).isEmpty();
    assertThat(reads).containsExactly("read");
  }

  @Test
  void storedEntriesSurviveTheStore(@TempDir Path directory) {
    Path file = directory.resolve("store.mv");
    try (Store first = Store.open(file)) {
      StateStore.in(first)
          .entries("notes", Note.class)
          .store("a", new Note("1", NOON, Duration.ofDays(1)));
    }
    try (Store second = Store.open(file)) {
      assertThat(texts(StateStore.in(second).entries("notes", Note.class))).containsExactly("1");
    }
  }

  @Test
  void requestWhoseChangesCannotBeWrittenLeavesMemoryAndStoreAsTheyWere(@TempDir Path directory) {
    try (Store file = Store.open(directory.resolve("store.mv"))) {
      StateStore stored = StateStore.in(file);
      StateEntries<Note> entries = stored.entries("notes", Note.class);
      entries.store("kept", new Note("kept", NOON, Duration.ZERO));
      stored.read(
          () -> {
            memory.clear();
            memory.putAll(entries.all());
          });

      assertThatThrownBy(() -> stored.request(() -> removeAndFail(entries)))
          .hasMessage("no JSON of this");

      assertThat(memory).containsOnlyKeys("kept");
      assertThat(texts(entries)).containsExactly("kept");
    }
  }

  private boolean removeAndFail(StateEntries<Note> entries) {
    memory.remove("kept");
    entries.changed("kept", () -> memory.get("kept"));
    entries.changed(
        "failing",
        () -> {
          throw new IllegalStateException("no JSON of this");
        });
    return true;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
