package dev.gatehouse.local.console.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A time as the console shows it, and as a machine reads it. */
public record DisplayTime(String shown, String exact) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  /** Returns the display of a time. */
  public static DisplayTime of(Instant at) {
    return new DisplayTime(TIME.format(at), at.truncatedTo(ChronoUnit.MILLIS).toString());
  }
}
