package dev.gatehouse.local.cognito.wire;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request and says it the way the service model does. */
public final class Violations {
  private final List<String> found = new ArrayList<>();

  /** Notes a missing value. */
  public void missing(String path, boolean sensitive) {
    found.add(sentence(sensitive ? "Value" : "Value null", path, "Member must not be null"));
  }

  /** Notes a value that breaks a constraint; a sensitive value is not repeated. */
  public void broken(String path, String value, boolean sensitive, String constraint) {
    found.add(sentence(sensitive ? "Value" : "Value '" + value + "'", path, constraint));
  }

  /** Throws InvalidParameterException with everything noted, if there is anything. */
  public void raise() {
    if (found.isEmpty()) {
      return;
    }
    String errors = found.size() == 1 ? " validation error" : " validation errors";
    throw CognitoError.invalidParameter(
        found.size() + errors + " detected: " + String.join("; ", found));
  }

  private static String sentence(String value, String path, String constraint) {
    return value + " at '" + path + "' failed to satisfy constraint: " + constraint;
  }
}
