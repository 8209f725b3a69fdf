package dev.gatehouse.api.pictures;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Times in responses, as in profiles: ISO 8601 in UTC with three digits of milliseconds. */
final class PictureTimes {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private PictureTimes() {}

  static String text(Instant time) {
    return TIME.format(time);
  }
}
