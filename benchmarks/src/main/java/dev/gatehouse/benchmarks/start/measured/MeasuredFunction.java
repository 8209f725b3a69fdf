package dev.gatehouse.benchmarks.start.measured;

import java.nio.file.Path;
import java.util.Map;

/**
 * A function of an archive, and how it is started.
 *
 * @param function its name in the plan
 * @param variant the way it is built or started
 * @param environment its variables in the plan
 * @param payload the event of every call
 */
public record MeasuredFunction(
    String function,
    String variant,
    Path archive,
    String handler,
    Map<String, String> environment,
    int memory,
    String payload,
    Start start) {

  /** The way a process starts. */
  public enum Start {
    /** Init, then the call. */
    ON_DEMAND,
    /** Init and the hooks, then the call, as after a snapshot. */
    SNAPSHOT,
    /** As on demand, on a flat class path with an AOT cache. */
    AOT_CACHE,
    /** A native program that calls the Runtime API itself. */
    PROGRAM
  }

  /** Returns the same function with another way to start. */
  public MeasuredFunction withStart(String as, Start other) {
    return new MeasuredFunction(
        function, as, archive, handler, environment, memory, payload, other);
  }

  /** Returns the same function with another memory size. */
  public MeasuredFunction withMemory(int megabytes) {
    return new MeasuredFunction(
        function, variant, archive, handler, environment, megabytes, payload, start);
  }

  /** Returns function and variant as one name. */
  public String name() {
    return function + ", " + variant;
  }
}
