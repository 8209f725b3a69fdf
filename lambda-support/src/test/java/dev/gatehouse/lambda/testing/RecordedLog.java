package dev.gatehouse.lambda.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.lambda.log.InvocationLog;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The recorded log lines of a function, under a fixed clock. */
public final class RecordedLog {
  /** The time of the fixed clock. */
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  /** A clock fixed at {@link #NOW}. */
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final List<String> lines = new ArrayList<>();

  /** Returns the log of a function. */
  public InvocationLog of(String function) {
    return new InvocationLog(function, CLOCK, lines::add);
  }

  /** Returns the lines so far. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Forgets the lines so far. */
  public void clear() {
    lines.clear();
  }

  /** Returns the only line, and fails if there is not exactly one. */
  public JsonObject line() {
    assertThat(lines()).hasSize(1);
    return JsonParser.parseString(lines().getFirst()).getAsJsonObject();
  }
}
