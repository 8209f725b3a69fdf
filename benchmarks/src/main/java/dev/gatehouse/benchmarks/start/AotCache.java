package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.Subject.Start;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Makes the cache of classes of one function, for exactly the JVM that it is run with. */
public final class AotCache {
  private AotCache() {}

  /** Takes the repository and the function. */
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]).normalize();
    if (Runtime.version().feature() < 25) {
      throw new IllegalStateException(
          "AOT caches in one step need JDK 25, this is " + Runtime.version());
    }
    Subject function =
        new PlannedFunctions(root, new Events(root))
            .named(args[1])
            .started("AOT cache", Start.AOT_CACHE);
    Path directory = Files.createDirectories(root.resolve("benchmarks/target/aot"));
    try (Bench bench = new Bench(root.resolve("benchmarks/target/start"), List.of())) {
      Path cache = directory.resolve(args[1] + ".aot");
      Files.move(bench.cache(function), cache, StandardCopyOption.REPLACE_EXISTING);
      Files.write(directory.resolve(args[1] + ".args"), bench.command(function, cache));
      System.out.println(cache);
    }
    System.exit(0);
  }
}
