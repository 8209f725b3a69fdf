package dev.gatehouse.pulumi.functions;

import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;

/** A factory of functions that lists those it created. */
public final class JavaFunctions {
  private final StackConfig config;
  private final Archives archives;
  private final List<JavaFunction> created = new ArrayList<>();

  /** Creates a factory without functions. */
  public JavaFunctions(StackConfig config, Archives archives) {
    this.config = config;
    this.archives = archives;
  }

  /** Declares a function. */
  public JavaFunction create(FunctionSpec spec) {
    JavaFunction function = new JavaFunction(config, archives, spec);
    created.add(function);
    return function;
  }

  /** Declares a function that only an administrator invokes, who sees its failures. */
  public JavaFunction createUnmonitored(FunctionSpec spec) {
    return new JavaFunction(config, archives, spec);
  }

  /** Returns the functions to monitor in the order of their declaration. */
  public List<JavaFunction> created() {
    return List.copyOf(created);
  }
}
