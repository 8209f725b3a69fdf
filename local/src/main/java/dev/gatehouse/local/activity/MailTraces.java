package dev.gatehouse.local.activity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The traces of the latest mails, by the id of the mail. */
public final class MailTraces {

  private static final int MAX_MAILS = 10_000;

  /** A mail whose trace is not known. */
  private static final MailTrace UNKNOWN = new MailTrace("", Instant.EPOCH);

  /**
   * The trace of a mail.
   *
   * @param root the root of the trace, empty if it is not known
   * @param at the computer's time, as requests and calls have it, not the emulator's
   */
  public record MailTrace(String root, Instant at) {}

  private final Map<String, MailTrace> traces =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MailTrace> eldest) {
          return size() > MAX_MAILS;
        }
      };

  /** Stores the trace of a mail. */
  public synchronized void put(String mailId, MailTrace trace) {
    traces.put(mailId, trace);
  }

  /** Returns the trace of a mail. */
  public synchronized MailTrace of(String mailId) {
    return traces.getOrDefault(mailId, UNKNOWN);
  }
}
