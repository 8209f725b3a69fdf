package dev.gatehouse.triggers.profilepicture;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An upload that S3 tells of:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html.
 *
 * @param size the number of bytes
 */
record Upload(String key, long size) {

  /** Returns the uploads of an event; records of another form are left out. */
  static List<Upload> of(Map<String, Object> event) {
    List<Upload> uploads = new ArrayList<>();
    if (event.get("Records") instanceof List<?> records) {
      for (Object each : records) {
        if (member(member(each, "s3"), "object") instanceof Map<?, ?> object
            && object.get("key") instanceof String key
            && object.get("size") instanceof Number size) {
          // As in a form: the event has + for a space.
          uploads.add(new Upload(URLDecoder.decode(key, StandardCharsets.UTF_8), size.longValue()));
        }
      }
    }
    return uploads;
  }

  private static Object member(Object of, String name) {
    @Nullable Object value = of instanceof Map<?, ?> map ? map.get(name) : null;
    return value == null ? Map.of() : value;
  }
}
