package dev.gatehouse.pulumi;

import com.pulumi.core.Output;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the variables of a function; one that is given again replaces the first. */
final class Environment {
  private final Map<String, Output<String>> variables = new TreeMap<>();

  Environment with(String name, Output<String> value) {
    variables.put(name, value);
    return this;
  }

  Environment with(String name, String value) {
    return with(name, Output.of(value));
  }

  Environment with(Map<String, String> values) {
    values.forEach(this::with);
    return this;
  }

  Environment withOutputs(Map<String, Output<String>> values) {
    variables.putAll(values);
    return this;
  }

  Map<String, Output<String>> variables() {
    return variables;
  }
}
