package dev.gatehouse.clients;

import java.util.EnumMap;
import java.util.Map;

/** What a client did: its version, and the error of each step, empty for a step that passes. */
final class Outcome {

  private final Map<Step, String> errors = new EnumMap<>(Step.class);
  private String version = "";
  private String lastOutput = "";

  /** Runs a step and records whether it passes. */
  void record(Step step, CheckedRunnable action) {
    try {
      action.run();
      errors.put(step, "");
    } catch (Exception | AssertionError e) {
      errors.put(step, e.toString());
    }
  }

  /** A step that may fail with any exception. */
  @FunctionalInterface
  interface CheckedRunnable {

    void run() throws Exception;
  }

  /** Records the error of a step, empty if it passes. */
  void record(Step step, String error) {
    errors.put(step, error);
  }

  /** Records a line that is no report, which may say why a program ended. */
  void output(String line) {
    lastOutput = line;
  }

  /** Records the installed version. */
  void version(String installed) {
    version = installed;
  }

  /** Returns the installed version, empty if the client did not report it. */
  String version() {
    return version;
  }

  /** Returns the error of a step, empty if it passes. */
  String error(Step step) {
    return errors.getOrDefault(
        step, "the client did not report this step; its last output is " + lastOutput);
  }
}
