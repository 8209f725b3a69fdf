package dev.gatehouse.users.pictures;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of pictures and of uploads. */
public final class PictureKeys {
  private static final Pattern UPLOAD = Pattern.compile("incoming/([^/]+)/[^/]+");

  private PictureKeys() {}

  /** Returns a new key for an upload of a user. */
  public static String upload(String sub) {
    return "incoming/%s/%s".formatted(sub, UUID.randomUUID());
  }

  /** Returns the user of an upload, or an empty Optional for another key. */
  public static Optional<String> uploader(String key) {
    Matcher upload = UPLOAD.matcher(key);
    return upload.matches() ? Optional.of(upload.group(1)) : Optional.empty();
  }

  /** Returns the key of a user's picture. */
  public static String picture(String sub) {
    return "pictures/" + sub;
  }
}
