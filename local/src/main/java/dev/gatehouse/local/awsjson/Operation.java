package dev.gatehouse.local.awsjson;

import com.google.gson.JsonElement;

/** An operation of an AWS service; the class has the name that AWS gives the operation. */
public interface Operation {

  /** Returns the members of a request and their constraints. */
  RequestShape shape();

  /**
   * Executes a request of that shape and returns the result, JSON null for an empty body; throws
   * {@link AwsException} for every other outcome.
   */
  JsonElement execute(AwsRequest request);

  /** Returns the name of the operation. */
  default String name() {
    return getClass().getSimpleName();
  }
}
