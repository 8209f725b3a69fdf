package dev.gatehouse.dynamodb.store;

import org.jspecify.annotations.Nullable;

/** The file of a store cannot be written, such as on a full disk; the change is undone. */
public final class StoreNotWritable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreNotWritable(@Nullable StoreFile file, Throwable cause) {
    super(
        "%s cannot be written: %s. What this request changed is undone; free some space and try again."
            .formatted(file, reason(cause)),
        cause);
  }

  private StoreNotWritable(String message) {
    super(message);
  }

  /** Returns the failure of a request that began before changes were undone. */
  public static StoreNotWritable undone() {
    return new StoreNotWritable(
        "What this request changed is undone, since the store could not be written meanwhile; try"
            + " again.");
  }

  private static String reason(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }
}
