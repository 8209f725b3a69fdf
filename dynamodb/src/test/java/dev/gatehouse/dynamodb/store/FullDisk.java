package dev.gatehouse.dynamodb.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2, which creates it, over the real one, whose disk is full when a test says so.
 */
public final class FullDisk extends FilePathWrapper {

  /** The first block of what is written still fits. */
  private static final int BLOCK = 512;

  private static final int ALL = Integer.MAX_VALUE;

  private static final AtomicInteger WRITES = new AtomicInteger();

  /** The number of octets that fit of the n-th write. */
  private static volatile IntUnaryOperator fitting = number -> ALL;

  /** The writes before which the process is dead. */
  private static volatile IntPredicate killed = number -> false;

  /** Creates the file system. */
  public FullDisk() {}

  static {
    FilePath.register(new FullDisk());
  }

  /** Opens a store on the disk. */
  static Store open(Path file) {
    return Store.openNamed("full:" + file);
  }

  static void fill() {
    fitting = number -> BLOCK;
  }

  /**
   * Lets some writes fail.
   *
   * @param first the number of writes from now on that succeed before
   * @param octets how many octets of each of these writes fit
   */
  static void fail(int first, List<Integer> octets) {
    int before = WRITES.get() + first;
    fitting =
        number ->
            number >= before && number < before + octets.size() ? octets.get(number - before) : ALL;
  }

  /**
   * Kills the process that writes: nothing changes the file any more until there is space again.
   *
   * @param first the number of writes from now on that succeed before
   * @param octets how many octets of the next write get to the file
   */
  static void kill(int first, int octets) {
    int before = WRITES.get() + first;
    fitting = number -> number < before ? ALL : number == before ? octets : 0;
    killed = number -> number > before;
  }

  static void freeSpace() {
    fitting = number -> ALL;
    killed = number -> false;
  }

  /** Returns the number of writes until now. */
  static int writes() {
    return WRITES.get();
  }

  @Override
  public String getScheme() {
    return "full";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(getBase().open(mode));
  }

  private static final class Channel extends FileBaseDefault {
    private final FileChannel base;

    Channel(FileChannel base) {
      this.base = base;
    }

    @Override
    public long size() throws IOException {
      return base.size();
    }

    @Override
    public synchronized int read(ByteBuffer into, long position) throws IOException {
      return base.read(into, position);
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
      int octets = fitting.applyAsInt(WRITES.getAndIncrement());
      if (octets < ALL) {
        ByteBuffer some = from.duplicate();
        some.limit(some.position() + Math.min(octets, some.remaining()));
        int unused = base.write(some, position);
        throw new IOException("No space left on device");
      }
      return base.write(from, position);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      if (killed.test(WRITES.get())) {
        throw new IllegalStateException("killed");
      }
      FileChannel unused = base.truncate(size);
    }

    @Override
    public void force(boolean metaData) {
      // What is written is there for the next that opens the file, and nobody cuts the power.
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return base.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      base.close();
    }
  }
}
