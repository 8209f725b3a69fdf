package dev.gatehouse.emailrules.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/** The line of the build about the shipped list: a list that gets old is seen and fails nothing. */
final class DisposableListAge {
  private DisposableListAge() {}

  /** Prints the line. */
  public static void main(String[] args) throws IOException {
    try (InputStream list =
        Objects.requireNonNull(DisposableList.class.getResourceAsStream("disposable.txt"))) {
      System.out.println(line(new String(list.readAllBytes(), UTF_8), Clock.systemUTC()));
    }
  }

  static String line(String list, Clock clock) {
    LocalDate date = DisposableList.dateIn(list.lines());
    long domains = list.lines().filter(line -> !line.startsWith("#")).count();
    long days = ChronoUnit.DAYS.between(date, LocalDate.now(clock));
    return String.format(
        Locale.ROOT,
        "Disposable domains: %,d of %s, %d %s old; make refresh-disposable renews them",
        domains,
        date,
        days,
        days == 1 ? "day" : "days");
  }
}
