package dev.gatehouse.users.pictures;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pictures in memory, with rows of all users but those that a test has erased. */
public final class InMemoryPictures implements PictureStore, PictureStates {
  /** The time from which requests expire. */
  public static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");

  /** The files by key. */
  public final Map<String, byte[]> files = new HashMap<>();

  /** The users without a row. */
  public final Set<String> erased = new HashSet<>();

  private final Map<String, PictureState> states = new HashMap<>();

  @Override
  public SignedRequest upload(String sub, PictureType type, int length) {
    return signed("PUT", PictureKeys.upload(sub));
  }

  @Override
  public SignedRequest download(String sub) {
    return signed("GET", PictureKeys.picture(sub));
  }

  private static SignedRequest signed(String method, String key) {
    return new SignedRequest(
        method, "https://pictures.example.com/" + key, Map.of(), NOW.plus(Duration.ofMinutes(5)));
  }

  @Override
  public Optional<byte[]> uploaded(String key) {
    return Optional.ofNullable(files.get(key));
  }

  @Override
  public void discard(String key) {
    files.remove(key);
  }

  @Override
  public void publish(String sub, PictureType type, byte[] picture) {
    files.put(PictureKeys.picture(sub), picture);
  }

  @Override
  public void delete(String sub) {
    files.remove(PictureKeys.picture(sub));
  }

  @Override
  public PictureState read(String sub) {
    return states.getOrDefault(sub, PictureState.NONE);
  }

  @Override
  public boolean accepted(String sub, Instant now) {
    return write(sub, new PictureState(now, null, null));
  }

  @Override
  public void refused(String sub, String code, Instant now) {
    boolean unused = write(sub, new PictureState(read(sub).updatedAt(), code, now));
  }

  @Override
  public void removed(String sub) {
    boolean unused = write(sub, PictureState.NONE);
  }

  private boolean write(String sub, PictureState state) {
    if (erased.contains(sub)) {
      return false;
    }
    states.put(sub, state);
    return true;
  }
}
