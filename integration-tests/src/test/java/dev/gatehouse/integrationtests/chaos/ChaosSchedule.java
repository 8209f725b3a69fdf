package dev.gatehouse.integrationtests.chaos;

import dev.gatehouse.integrationtests.clients.FaultSwitch;
import java.util.List;
import java.util.Random;

/** What happens to the emulator: faults that come and go, killed functions, and its own kills. */
final class ChaosSchedule {
  /** Of as many events, one kills the emulator. */
  private static final int BETWEEN_KILLS = 12;

  private final RestartedEmulator emulator;
  private final Random random;
  private final RandomFaults faults;
  private int events;
  private int emulatorKills;
  private int functionKills;
  private int faultsOn;

  ChaosSchedule(RestartedEmulator emulator, Random random) {
    this.emulator = emulator;
    this.random = random;
    this.faults = new RandomFaults(random);
  }

  /** Returns how often the emulator was killed. */
  int emulatorKills() {
    return emulatorKills;
  }

  @Override
  public String toString() {
    return faultsOn
        + " faults, "
        + functionKills
        + " killed functions, "
        + emulatorKills
        + " kills of the emulator";
  }

  /** Plays the next event, which takes up to two seconds or a restart. */
  void playNext() throws InterruptedException {
    events++;
    if (events % BETWEEN_KILLS == BETWEEN_KILLS / 2) {
      emulatorKills++;
      emulator.killAndRestart();
    } else if (random.nextInt(4) == 0) {
      killAFunction();
    } else {
      playFaults(faults.next());
    }
  }

  @SuppressWarnings("try") // what a switch is closed for
  private void playFaults(List<String> on) throws InterruptedException {
    faultsOn += on.size();
    try (FaultSwitch switched = FaultSwitch.on(emulator.current(), on.toArray(String[]::new))) {
      Thread.sleep(300 + random.nextInt(1_500));
    }
  }

  private void killAFunction() throws InterruptedException {
    int which = random.nextInt(100);
    List<ProcessHandle> running = emulator.current().functionProcesses();
    if (!running.isEmpty() && running.get(which % running.size()).destroyForcibly()) {
      functionKills++;
    }
    Thread.sleep(100 + random.nextInt(300));
  }
}
