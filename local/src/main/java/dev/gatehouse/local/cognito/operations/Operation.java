package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonElement;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;

/** Is one operation of the API; the name of the class is the name of the operation. */
public interface Operation {

  /** Returns what a request has to look like. */
  Shape shape();

  /**
   * Returns the answer to a request of that shape, JSON null for an empty body; throws {@link
   * CognitoError} for every other outcome.
   */
  JsonElement answer(Input input);
}
