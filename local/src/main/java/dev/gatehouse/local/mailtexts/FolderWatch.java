package dev.gatehouse.local.mailtexts;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A watch over a directory and the folders in it.
 *
 * @param changed called after each change, once for the several that an editor makes to save
 */
record FolderWatch(Path directory, WatchService service, Runnable changed)
    implements AutoCloseable {
  /** The time without a change after which a file is saved. */
  private static final int QUIET_MILLIS = 50;

  private static final WatchEvent.Kind<?>[] KINDS = {ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE};

  /** Starts a watch, which ends when it is closed. */
  static FolderWatch start(Path directory, Runnable changed) {
    try {
      FolderWatch watch =
          new FolderWatch(directory, directory.getFileSystem().newWatchService(), changed);
      watch.register();
      Thread.ofPlatform().daemon().name("mail-texts").start(watch::run);
      return watch;
    } catch (IOException e) {
      throw new UncheckedIOException(directory.toString(), e);
    }
  }

  private void run() {
    try {
      while (true) {
        forget(service.take());
        awaitQuiet();
        // A new folder is a new language.
        register();
        changed.run();
      }
    } catch (ClosedWatchServiceException | InterruptedException | IOException end) {
      // The emulator has stopped, or the directory is gone.
      return;
    }
  }

  private void awaitQuiet() throws InterruptedException {
    @Nullable WatchKey next = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    while (next != null) {
      forget(next);
      next = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static void forget(WatchKey key) {
    key.pollEvents();
    key.reset();
  }

  private void register() throws IOException {
    directory.register(service, KINDS);
    for (Path folder : folders()) {
      folder.register(service, KINDS);
    }
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(Files::isDirectory).toList();
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
