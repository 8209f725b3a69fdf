package dev.gatehouse.local;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps what was started, to stop it in the reverse order; what comes after the stop is stopped at
 * once, so that a Ctrl-C in the middle of the start leaves nothing behind.
 */
final class Started implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Started.class.getName());

  private final Deque<AutoCloseable> things = new ArrayDeque<>();
  private boolean stopped;

  /** Takes care of one thing and hands it back. */
  <T extends AutoCloseable> T add(T thing) {
    synchronized (things) {
      if (!stopped) {
        things.push(thing);
        return thing;
      }
    }
    stop(thing);
    return thing;
  }

  @Override
  public void close() {
    Deque<AutoCloseable> all;
    synchronized (things) {
      stopped = true;
      all = new ArrayDeque<>(things);
      things.clear();
    }
    all.forEach(Started::stop);
  }

  private static void stop(AutoCloseable thing) {
    try {
      thing.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "{0} did not stop: {1}", thing.getClass(), e);
    }
  }
}
