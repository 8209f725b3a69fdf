package dev.gatehouse.local;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The resources that the emulator opened, closed in reverse order. A resource that is added after
 * that is closed at once, so Ctrl-C during the startup closes everything.
 */
final class OpenResources implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(OpenResources.class.getName());

  private final Deque<AutoCloseable> resources = new ArrayDeque<>();
  private boolean closed;

  /** Adds a resource and returns it. */
  <T extends AutoCloseable> T add(T resource) {
    synchronized (resources) {
      if (!closed) {
        resources.push(resource);
        return resource;
      }
    }
    close(resource);
    return resource;
  }

  @Override
  public void close() {
    Deque<AutoCloseable> all;
    synchronized (resources) {
      closed = true;
      all = new ArrayDeque<>(resources);
      resources.clear();
    }
    all.forEach(OpenResources::close);
  }

  /** Returns whether the resources are closed, as Ctrl-C does. */
  boolean isClosed() {
    synchronized (resources) {
      return closed;
    }
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception | Error e) {
      // Errors too, or the resources after this one would stay open.
      LOG.log(System.Logger.Level.WARNING, "{0} was not closed: {1}", resource.getClass(), e);
    }
  }
}
