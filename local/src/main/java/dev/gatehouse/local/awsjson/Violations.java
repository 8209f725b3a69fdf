package dev.gatehouse.local.awsjson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The violated constraints of a request, in the words of AWS's service models. */
public final class Violations {
  private final List<String> sentences = new ArrayList<>();

  /** Adds a missing value. */
  public void addMissing(String path, boolean sensitive) {
    sentences.add(sentence(sensitive ? "Value" : "Value null", path, "Member must not be null"));
  }

  /** Adds a value that violates a constraint; a sensitive value is not repeated. */
  public void add(String path, String value, boolean sensitive, String constraint) {
    sentences.add(sentence(sensitive ? "Value" : "Value '" + value + "'", path, constraint));
  }

  /** Throws the error made of one message about all violations, if there are any. */
  public void throwIfAny(Function<String, AwsException> error) {
    if (sentences.isEmpty()) {
      return;
    }
    String errors = sentences.size() == 1 ? " validation error" : " validation errors";
    throw error.apply(sentences.size() + errors + " detected: " + String.join("; ", sentences));
  }

  private static String sentence(String value, String path, String constraint) {
    return value + " at '" + path + "' failed to satisfy constraint: " + constraint;
  }
}
