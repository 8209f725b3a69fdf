package dev.gatehouse.benchmarks.start;

import java.nio.file.Path;
import java.util.Map;

/**
 * Is something to be measured: a function of an archive, and how it is started.
 *
 * @param function what it does, as the plan names it
 * @param variant how it is built or started
 * @param environment its variables, as the plan gives them
 * @param payload the event of every call
 */
record Subject(
    String function,
    String variant,
    Path archive,
    String handler,
    Map<String, String> environment,
    int memory,
    String payload,
    Start start) {

  /** Says how the process comes up. */
  enum Start {
    /** Init, then the call. */
    ON_DEMAND,
    /** Init and the hooks, then the call, as after a snapshot. */
    SNAPSHOT,
    /** As on demand, on a flat class path with a cache of loaded and linked classes. */
    AOT_CACHE,
    /** A program that speaks to the Runtime API by itself, without a JVM. */
    PROGRAM
  }

  /** Returns the same function under another start. */
  Subject started(String as, Start other) {
    return new Subject(function, as, archive, handler, environment, memory, payload, other);
  }

  /** Returns the same function with another memory size. */
  Subject sized(int megabytes) {
    return new Subject(function, variant, archive, handler, environment, megabytes, payload, start);
  }

  /** Returns function and variant as one name. */
  String name() {
    return function + ", " + variant;
  }
}
