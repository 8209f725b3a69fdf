package dev.gatehouse.dynamodb.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2, which creates it, over the real one, whose disk is full when a test says so.
 */
public final class FullDisk extends FilePathWrapper {

  private static volatile boolean full;

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
    full = true;
  }

  static void freeSpace() {
    full = false;
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
      if (full) {
        // The first block of what is written still fits.
        ByteBuffer some = from.duplicate();
        some.limit(some.position() + Math.min(512, some.remaining()));
        int unused = base.write(some, position);
        throw new IOException("No space left on device");
      }
      return base.write(from, position);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      FileChannel unused = base.truncate(size);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      base.force(metaData);
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
