package dev.gatehouse.local.mailtexts;

import dev.gatehouse.local.lambda.registry.LambdaFunction;
import dev.gatehouse.messages.MailPreview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The language folders, with the settings of the function that writes the mails. */
public final class MailTexts implements AutoCloseable {
  private static final String PRODUCT_NAME = "PRODUCT_NAME";

  private final Path directory;
  private final MailPreview preview;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable FolderWatch watch;

  private MailTexts(Path directory, MailPreview preview) {
    this.directory = directory;
    this.preview = preview;
  }

  /** Creates the texts of a directory for the functions of a plan. */
  public static MailTexts of(Path directory, List<LambdaFunction> functions) {
    Map<String, String> settings =
        functions.stream()
            .map(LambdaFunction::environment)
            .filter(variables -> variables.containsKey(PRODUCT_NAME))
            .findFirst()
            .orElse(Map.of(PRODUCT_NAME, "Gatehouse"));
    return new MailTexts(directory, new MailPreview(directory, settings));
  }

  /** Returns the directory of the language folders. */
  public Path directory() {
    return directory;
  }

  /** Returns whether the directory exists; a copy of the emulator may be without sources. */
  public boolean exist() {
    return Files.isDirectory(directory);
  }

  /** Returns the mails of the texts as they are now. */
  public MailPreview preview() {
    return preview;
  }

  /**
   * Calls back after each change from now on; of several calls of this method, the first counts.
   */
  public void whenChanged(Runnable changed) {
    lock.lock();
    try {
      if (watch == null) {
        watch = FolderWatch.start(directory, changed);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      if (watch != null) {
        watch.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
