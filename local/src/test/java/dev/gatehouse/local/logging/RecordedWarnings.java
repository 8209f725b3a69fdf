package dev.gatehouse.local.logging;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The lines that a class of the emulator logs until this is closed. */
public final class RecordedWarnings extends Handler implements AutoCloseable {
  private final Logger logger;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private RecordedWarnings(String name) {
    this.logger = Logger.getLogger(name);
  }

  /** Records what is logged under a name, such as that of a class. */
  public static RecordedWarnings of(String name) {
    RecordedWarnings recorded = new RecordedWarnings(name);
    recorded.logger.addHandler(recorded);
    return recorded;
  }

  /** Waits for the next line and returns it. */
  public String next() throws InterruptedException {
    return lines.take();
  }

  @Override
  public void publish(LogRecord logged) {
    lines.add(
        logged.getParameters() == null
            ? logged.getMessage()
            : new MessageFormat(logged.getMessage(), Locale.ROOT).format(logged.getParameters()));
  }

  @Override
  public void flush() {
    // Nothing is buffered.
  }

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
