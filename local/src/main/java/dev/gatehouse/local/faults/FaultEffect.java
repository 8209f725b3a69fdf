package dev.gatehouse.local.faults;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a fault does. */
public enum FaultEffect {
  /** An error response of the service, without the work. */
  ERROR(true, true),
  /** The work, and its response after a delay. */
  DELAY(true, true),
  /** No response, and no work, until the fault is cleared. */
  HANG(true, true),
  /** The work, and a closed connection in place of its response. */
  LOSE_RESPONSE(true, false),
  /** A closed connection, without the work. */
  CUT(true, false),
  /** A process that is killed while it runs the event. */
  KILL(false, true),
  /** A process that is killed for its memory while it runs the event. */
  OUT_OF_MEMORY(false, true),
  /** A start of the function's process that takes longer by the delay. */
  SLOW_START(false, true);

  private final boolean ofServices;
  private final boolean ofFunctions;

  FaultEffect(boolean ofServices, boolean ofFunctions) {
    this.ofServices = ofServices;
    this.ofFunctions = ofFunctions;
  }

  /** Returns the name in JSON, such as {@code lose-response}. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the effect of this name in JSON. */
  static Optional<FaultEffect> of(String jsonName) {
    return Stream.of(values()).filter(effect -> effect.jsonName().equals(jsonName)).findFirst();
  }

  /** Returns the names in JSON. */
  public static List<String> jsonNames() {
    return Stream.of(values()).map(FaultEffect::jsonName).toList();
  }

  boolean isOf(boolean function) {
    return function ? ofFunctions : ofServices;
  }
}
