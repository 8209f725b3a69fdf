package dev.gatehouse.local.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The faults that are switched on; none at first. */
public final class Faults {

  private static final Duration POLL = Duration.ofMillis(50);

  /**
   * A fault that is switched on.
   *
   * @param hits how many calls it has hit
   */
  public record ActiveFault(Fault fault, int hits) {}

  private final List<ActiveFault> active = new CopyOnWriteArrayList<>();
  private Random random = new Random(0);

  /**
   * Switches these faults on, and every other one off.
   *
   * @param seed decides which calls a share hits, so that a test can be repeated
   */
  public synchronized void set(List<Fault> faults, long seed) {
    active.clear();
    faults.forEach(fault -> active.add(new ActiveFault(fault, 0)));
    random = new Random(seed);
  }

  /** Switches one more fault on. */
  public synchronized void add(Fault fault) {
    active.add(new ActiveFault(fault, 0));
  }

  /** Switches every fault off; what hangs ends. */
  public synchronized void clear() {
    active.clear();
  }

  /** Returns whether no fault is switched on. */
  public boolean areOff() {
    return active.isEmpty();
  }

  /** Returns the faults that are switched on. */
  public synchronized List<ActiveFault> active() {
    return List.copyOf(active);
  }

  /** Returns the fault that hits this call of an operation. */
  public Optional<Fault> ofOperation(String service, String operation) {
    return hit(fault -> fault.hitsOperation(service, operation));
  }

  /** Returns the fault that hits this invocation of a function. */
  public Optional<Fault> ofFunction(String name) {
    return hit(fault -> fault.effect() != FaultEffect.SLOW_START && fault.hitsFunction(name));
  }

  /** Returns the fault of this effect that hits a function. */
  public Optional<Fault> ofFunction(String name, FaultEffect effect) {
    return hit(fault -> fault.effect() == effect && fault.hitsFunction(name));
  }

  private synchronized Optional<Fault> hit(Predicate<Fault> concerns) {
    for (int i = 0; i < active.size(); i++) {
      ActiveFault next = active.get(i);
      Fault fault = next.fault();
      boolean left = fault.times() == 0 || next.hits() < fault.times();
      if (left && concerns.test(fault) && random.nextDouble() < fault.share()) {
        active.set(i, new ActiveFault(fault, next.hits() + 1));
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /** Waits until the fault is switched off, or the thread is interrupted. */
  public void hang(Fault fault) {
    while (isActive(fault) && pause(POLL)) {
      // The next look follows.
    }
  }

  private synchronized boolean isActive(Fault fault) {
    return active.stream().anyMatch(each -> each.fault().equals(fault));
  }

  /** Waits and returns whether the thread was not interrupted. */
  public static boolean pause(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
