package dev.gatehouse.clients;

import java.util.List;
import java.util.Map;

/**
 * A client and what it is asked to do.
 *
 * @param name its name in its registry
 * @param configuration everything that it needs to be told in order to use the emulator
 * @param lacking the steps for which it has no call, with the reason
 */
record Client(
    String name, List<Step> steps, String configuration, Map<Step, String> lacking, ClientRun run) {

  /** The execution of a client. */
  @FunctionalInterface
  interface ClientRun {

    /** Runs every step that the client has a call for. */
    Outcome against(RunningEmulator emulator) throws Exception;
  }

  /** Returns the steps that the client has a call for. */
  List<Step> possibleSteps() {
    return steps.stream().filter(step -> !lacking.containsKey(step)).toList();
  }
}
