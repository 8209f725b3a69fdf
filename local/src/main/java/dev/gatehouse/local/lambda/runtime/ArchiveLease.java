package dev.gatehouse.local.lambda.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The use of an unpacked archive by this process: a shared lock of a file, which the system
 * releases if the process is killed.
 */
final class ArchiveLease implements AutoCloseable {

  /** The leases of this process by file. */
  private static final Map<Path, ArchiveLease> HELD = new HashMap<>();

  private static final ReentrantLock LOCK = new ReentrantLock();

  private final Path file;
  private final FileChannel channel;
  private int users;

  private ArchiveLease(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Leases the archive of a file and writes the text into it; there must be no exclusive lock. */
  static ArchiveLease acquire(Path file, String text) throws IOException {
    LOCK.lock();
    try {
      @Nullable ArchiveLease lease = HELD.get(file);
      if (lease == null) {
        lease = new ArchiveLease(file, open(file));
        lease.channel.lock(0, Long.MAX_VALUE, true);
        HELD.put(file, lease);
      }
      lease.channel.truncate(0).write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
      lease.users++;
      return lease;
    } finally {
      LOCK.unlock();
    }
  }

  /**
   * Returns an exclusive lock of a file that nobody leases, null if somebody does. The system
   * releases all locks of a process on a file if one of its channels to the file is closed, so a
   * file that this process leases is not even opened.
   */
  static @Nullable FileChannel tryLock(Path file) throws IOException {
    LOCK.lock();
    try {
      if (HELD.containsKey(file)) {
        return null;
      }
      FileChannel channel = open(file);
      if (channel.tryLock() != null) {
        return channel;
      }
      channel.close();
      return null;
    } finally {
      LOCK.unlock();
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Ends this use of the archive. */
  @Override
  public void close() throws IOException {
    LOCK.lock();
    try {
      users--;
      if (users == 0) {
        HELD.remove(file, this);
        channel.close();
      }
    } finally {
      LOCK.unlock();
    }
  }
}
