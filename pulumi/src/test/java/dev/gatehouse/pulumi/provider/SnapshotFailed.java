package dev.gatehouse.pulumi.provider;

import com.google.gson.JsonObject;

/** The failure of a version after the function itself was created or updated. */
final class SnapshotFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient JsonObject outputs;

  /**
   * Creates a failure.
   *
   * @param outputs what the function is now
   */
  SnapshotFailed(String message, JsonObject outputs) {
    super(message);
    this.outputs = outputs;
  }

  JsonObject outputs() {
    return outputs;
  }
}
