package dev.gatehouse.triggers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Keeps what a function logs, at a time that stands still. */
public final class RecordedLog {
  /** The time at which everything happens. */
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  /** A clock that stands still at that time. */
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Returns the log to hand to the function of this name. */
  public InvocationLog of(String function) {
    return new InvocationLog(function, CLOCK, new PrintStream(bytes, true, UTF_8));
  }

  /** Returns the lines so far. */
  public List<String> lines() {
    return bytes.toString(UTF_8).lines().toList();
  }

  /** Returns the one line so far, and fails if there are more or less. */
  public JsonObject line() {
    assertThat(lines()).hasSize(1);
    return JsonParser.parseString(lines().getFirst()).getAsJsonObject();
  }
}
