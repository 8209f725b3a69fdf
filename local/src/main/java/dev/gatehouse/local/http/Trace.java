package dev.gatehouse.local.http;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The X-Ray trace of what the current thread does. A function's SDK sends the trace of its
 * invocation with every request, so a request and all that it causes have the same root.
 */
public final class Trace {

  /** The header in which AWS's services and SDKs pass a trace on. */
  public static final String HEADER = "X-Amzn-Trace-Id";

  private static final Pattern ROOT = Pattern.compile("(?:^|;)Root=(1-[0-9a-f]{8}-[0-9a-f]{24})");
  private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> "");

  private Trace() {}

  /** Returns the root of the current trace, empty outside of one. */
  public static String current() {
    return CURRENT.get();
  }

  /** Returns the root of the current trace, or a new one. */
  public static String currentOrNew() {
    return current().isEmpty() ? newRoot() : current();
  }

  /** Returns the root in the value of the header, or an empty Optional if there is none. */
  public static Optional<String> root(String header) {
    Matcher root = ROOT.matcher(header);
    return root.find() ? Optional.of(root.group(1)) : Optional.empty();
  }

  /** Returns a new root; the first part, AWS's time stamp, is random too. */
  public static String newRoot() {
    byte[] id = new byte[16];
    // Unique is enough: nobody may do anything because of a trace.
    ThreadLocalRandom.current().nextBytes(id);
    String hex = HexFormat.of().formatHex(id);
    return "1-" + hex.substring(0, 8) + "-" + hex.substring(8);
  }

  /** Runs an action within the trace of this root and returns its result. */
  public static <T> T in(String root, Supplier<T> action) {
    String before = CURRENT.get();
    CURRENT.set(root);
    try {
      return action.get();
    } finally {
      CURRENT.set(before);
    }
  }
}
