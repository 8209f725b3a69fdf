package dev.gatehouse.pulumi.plan;

import dev.gatehouse.pulumi.plan.engine.RecordingFailed;

/** A Pulumi program that can be run against an engine. */
interface Program {
  /**
   * Runs the program to its end, successful or not.
   *
   * @param engineAddress the host and port of the engine
   * @throws RecordingFailed if it cannot start, or does not end in time
   */
  Exit run(StackSettings settings, String engineAddress);

  /** The exit code of the program and what it wrote to its output. */
  record Exit(int code, String output) {}
}
