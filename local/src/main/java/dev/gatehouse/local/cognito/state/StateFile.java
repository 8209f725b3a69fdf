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

/** The JSON file of all user pools; each write replaces it atomically. */
public final class StateFile {
  private static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapter(Instant.class, new InstantAdapter().nullSafe())
          .create();

  private final Path file;

  private record State(List<UserPool.Snapshot> pools) {}

  /** Creates the file in this directory. */
  public StateFile(Path directory) {
    this.file = directory.resolve("cognito.json");
  }

  /**
   * Returns the user pools, none if there is no file yet; throws {@link PlanInvalid} if it is
   * corrupt.
   */
  public List<UserPool.Snapshot> read() {
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

  /** Replaces the file. */
  public void write(List<UserPool.Snapshot> pools) {
    try {
      Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
      // The file has keys. A temporary file is readable by its owner only.
      Path temporary = Files.createTempFile(directory, "cognito", ".json");
      Files.writeString(temporary, GSON.toJson(new State(pools)));
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
