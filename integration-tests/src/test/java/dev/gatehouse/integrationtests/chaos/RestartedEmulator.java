package dev.gatehouse.integrationtests.chaos;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** An emulator with a data directory that is killed and started again. */
final class RestartedEmulator implements AutoCloseable {
  private final Path data;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private LocalEmulator current;

  RestartedEmulator(Path data) {
    this.data = data;
    this.current = start();
  }

  private LocalEmulator start() {
    return LocalEmulator.start(
        "--data", data.resolve("data").toString(), "--logs", data.resolve("logs").toString());
  }

  /** Returns the emulator that runs; waits while it is started again. */
  LocalEmulator current() {
    lock.readLock().lock();
    try {
      return current;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Kills the emulator while requests run, and starts another from its data. */
  void killAndRestart() throws InterruptedException {
    lock.writeLock().lock();
    try {
      current.kill();
      current = start();
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    current().close();
  }
}
