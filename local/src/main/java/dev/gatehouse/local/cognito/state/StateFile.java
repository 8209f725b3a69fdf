package dev.gatehouse.local.cognito.state;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.plan.PlanInvalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

/** Keeps user pools in one JSON file, replaced as a whole. */
public final class StateFile {
  private static final Gson GSON =
      new GsonBuilder().registerTypeAdapter(Instant.class, new Moments().nullSafe()).create();

  private final Path file;

  private record State(List<UserPool.Kept> pools) {}

  /** Takes the directory that the file is in. */
  public StateFile(Path directory) {
    this.file = directory.resolve("cognito.json");
  }

  /** Returns what was kept, nothing if there is no file yet; throws {@link PlanInvalid} if torn. */
  public List<UserPool.Kept> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      State state = GSON.fromJson(Files.readString(file), State.class);
      if (state == null || state.pools() == null) {
        throw new PlanInvalid(file + " holds no user pools; remove it to start afresh");
      }
      return state.pools();
    } catch (IOException | JsonParseException e) {
      throw new PlanInvalid(file + " cannot be read; remove it to start afresh");
    }
  }

  /** Replaces what was kept. */
  public void write(List<UserPool.Kept> pools) {
    try {
      Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
      // Readable by its owner alone, which is how temporary files are made: it holds keys.
      Path fresh = Files.createTempFile(directory, "cognito", ".json");
      Files.writeString(fresh, GSON.toJson(new State(pools)));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Moments extends TypeAdapter<Instant> {
    @Override
    public void write(JsonWriter out, Instant moment) throws IOException {
      out.value(moment.toString());
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
      return Instant.parse(in.nextString());
    }
  }
}
