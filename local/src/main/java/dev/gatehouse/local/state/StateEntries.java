package dev.gatehouse.local.state;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.gatehouse.dynamodb.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/** The entries of one kind, by key, in the order of the keys. */
public final class StateEntries<T> {

  private static final Gson JSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .registerTypeAdapter(Instant.class, new InstantAdapter().nullSafe())
          .registerTypeAdapter(Duration.class, new DurationAdapter().nullSafe())
          .create();

  private final StateStore state;
  private final String name;
  private final Class<T> type;

  StateEntries(StateStore state, String name, Class<T> type) {
    this.state = state;
    this.name = name;
    this.type = type;
  }

  /** Returns all entries, none without a data directory. */
  public Map<String, T> all() {
    return all("");
  }

  /** Returns the last of the stored keys, empty if there is none. */
  public String lastKey() {
    @Nullable Store store = state.store();
    @Nullable String last = store == null ? null : store.texts(name).lastKey();
    return last == null ? "" : last;
  }

  /** Returns the entries whose keys begin like this. */
  public Map<String, T> all(String prefix) {
    Map<String, T> all = new LinkedHashMap<>();
    @Nullable Store store = state.store();
    if (store != null) {
      Cursor<String, String> texts = store.texts(name).cursor(prefix);
      while (texts.hasNext() && texts.next().startsWith(prefix)) {
        all.put(texts.getKey(), JSON.fromJson(texts.getValue(), type));
      }
    }
    return all;
  }

  /**
   * Stores an entry with the request that changed it.
   *
   * @param value the value at the time when it is stored, null for an entry that is gone
   */
  public void changed(String key, Supplier<@Nullable T> value) {
    state.changed(
        new EntryKey(name, key),
        () -> {
          @Nullable T current = value.get();
          return current == null ? null : JSON.toJson(current, type);
        });
  }

  /** Stores an entry at once, whatever becomes of the request. */
  public void store(String key, T value) {
    state.store(new EntryKey(name, key), JSON.toJson(value, type));
  }

  private static final class InstantAdapter extends TypeAdapter<Instant> {
    @Override
    public void write(JsonWriter out, Instant instant) throws IOException {
      out.value(instant.toString());
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
      return Instant.parse(in.nextString());
    }
  }

  private static final class DurationAdapter extends TypeAdapter<Duration> {
    @Override
    public void write(JsonWriter out, Duration duration) throws IOException {
      out.value(duration.toString());
    }

    @Override
    public Duration read(JsonReader in) throws IOException {
      return Duration.parse(in.nextString());
    }
  }
}
