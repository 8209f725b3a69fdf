package dev.gatehouse.local.control;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Text for a terminal, without characters that control it. */
final class PlainText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private PlainText() {}

  static String time(Instant at) {
    return TIME.format(at);
  }

  /** Returns the text in one line. */
  static String line(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /** Returns the lines of the text. */
  static String of(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
  }
}
