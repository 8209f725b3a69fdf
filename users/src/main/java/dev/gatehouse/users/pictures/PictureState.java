package dev.gatehouse.users.pictures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user's row says about the profile picture.
 *
 * @param updatedAt the time since which there is a picture, or null if there is none
 * @param refusal the code of why the last upload did not become the picture, or null
 * @param refusedAt the time of that
 */
public record PictureState(
    @Nullable Instant updatedAt, @Nullable String refusal, @Nullable Instant refusedAt) {
  /** The state of a user who never uploaded one. */
  public static final PictureState NONE = new PictureState(null, null, null);
}
