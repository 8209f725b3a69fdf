package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.measured.Events;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction.Start;
import dev.gatehouse.benchmarks.start.measured.PlannedFunctions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The AOT cache of one function, for the JVM that runs it. */
public final class AotCache {
  private AotCache() {}

  /** Runs with the repository's folder and the function's name. */
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]).normalize();
    if (Runtime.version().feature() < 25) {
      throw new IllegalStateException(
          "AOT caches in one step need JDK 25, this is " + Runtime.version());
    }
    MeasuredFunction function =
        new PlannedFunctions(root, new Events(root))
            .named(args[1])
            .withStart("AOT cache", Start.AOT_CACHE);
    Path directory = Files.createDirectories(root.resolve("benchmarks/target/aot"));
    try (BenchmarkRunner bench =
        new BenchmarkRunner(root.resolve("benchmarks/target/start"), List.of())) {
      Path cache = directory.resolve(args[1] + ".aot");
      Files.move(bench.cache(function), cache, StandardCopyOption.REPLACE_EXISTING);
      Files.write(directory.resolve(args[1] + ".args"), bench.command(function, cache));
      System.out.println(cache);
    }
    System.exit(0);
  }
}
