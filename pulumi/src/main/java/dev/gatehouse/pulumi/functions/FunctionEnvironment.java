package dev.gatehouse.pulumi.functions;

import com.pulumi.core.Output;
import java.util.Map;
import java.util.TreeMap;

/** A builder of the environment variables of a function; the last value of a name wins. */
public final class FunctionEnvironment {
  private final Map<String, Output<String>> variables = new TreeMap<>();

  /** Adds a variable. */
  public FunctionEnvironment with(String name, Output<String> value) {
    variables.put(name, value);
    return this;
  }

  /** Adds a variable. */
  public FunctionEnvironment with(String name, String value) {
    return with(name, Output.of(value));
  }

  /** Adds variables. */
  public FunctionEnvironment with(Map<String, String> values) {
    values.forEach(this::with);
    return this;
  }

  /** Adds variables. */
  public FunctionEnvironment withOutputs(Map<String, Output<String>> values) {
    variables.putAll(values);
    return this;
  }

  /** Returns the variables by name. */
  public Map<String, Output<String>> variables() {
    return variables;
  }
}
