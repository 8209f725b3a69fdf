package dev.gatehouse.pulumi.functions;

import dev.gatehouse.pulumi.settings.StackConfig;
import dev.gatehouse.pulumi.version.ServedCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A factory of functions that lists those it created. */
public final class JavaFunctions {
  private final StackConfig config;
  private final Archives archives;
  private final List<JavaFunction> created = new ArrayList<>();
  private final List<JavaFunction> unmonitored = new ArrayList<>();

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
    JavaFunction function = new JavaFunction(config, archives, spec);
    unmonitored.add(function);
    return function;
  }

  /** Returns the functions to monitor in the order of their declaration. */
  public List<JavaFunction> created() {
    return List.copyOf(created);
  }

  /** Compares the code that callers of each function get with its archive. */
  public void compareCode(ServedCode served) {
    Stream.of(created, unmonitored)
        .flatMap(List::stream)
        .forEach(function -> function.compare(archives, served));
  }
}
