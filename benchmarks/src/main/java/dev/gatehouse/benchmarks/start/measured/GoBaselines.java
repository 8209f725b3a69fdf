package dev.gatehouse.benchmarks.start.measured;

import dev.gatehouse.benchmarks.start.measured.MeasuredFunction.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The same functions in Go, built here if Go is installed.
 *
 * @param note a sentence about them for the report
 */
public record GoBaselines(List<MeasuredFunction> subjects, String note) {
  public static final String VARIANT = "Go";

  private static final List<String> IN_GO = List.of("post-confirmation", "api");
  private static final String NONE =
      "No Go function is measured: %s, and a figure from another computer would not compare.";

  private static final String BUILT =
      "The Go functions are built by %s and billed for the same memory; they need less.";

  /**
   * Builds the Go functions with the environment and memory of ours, if Go and its modules are
   * available.
   */
  public static GoBaselines matching(PlannedFunctions functions, Path root)
      throws IOException, InterruptedException {
    Path work = Files.createDirectories(root.resolve("benchmarks/target/go"));
    GoTool go = new GoTool(work);
    if (!go.isInstalled()) {
      return none("`go` is not installed on this computer");
    }
    Path sources = copy(root.resolve("benchmarks/go"), work.resolve("sources"));
    List<MeasuredFunction> subjects = new ArrayList<>();
    for (String name : IN_GO) {
      Path bootstrap = work.resolve(name).resolve("bootstrap");
      if (!go.build(sources, name, bootstrap)) {
        return none("`go build` fails here (it downloads modules)");
      }
      subjects.add(subject(functions.named(name), pack(bootstrap, work.resolve(name + ".zip"))));
    }
    return new GoBaselines(subjects, BUILT.formatted(go.version()));
  }

  private static GoBaselines none(String reason) {
    String note = NONE.formatted(reason);
    System.err.println(note);
    return new GoBaselines(List.of(), note);
  }

  private static MeasuredFunction subject(MeasuredFunction ours, Path archive) {
    return new MeasuredFunction(
        ours.function(),
        VARIANT,
        archive,
        "bootstrap",
        ours.environment(),
        ours.memory(),
        ours.payload(),
        Start.PROGRAM);
  }

  /** Copies the sources, since the build writes checksums beside them. */
  private static Path copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (var all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return to;
  }

  private static Path pack(Path bootstrap, Path archive) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("bootstrap"));
      Files.copy(bootstrap, zip);
    }
    return archive;
  }

  /** The {@code go} command. */
  private record GoTool(Path work) {
    private static final int LIMIT_SECONDS = 300;

    boolean isInstalled() throws InterruptedException {
      try {
        return run(work, List.of("go", "version"));
      } catch (IOException notFound) {
        return false;
      }
    }

    /** Builds a function as AWS's manual describes for a custom runtime. */
    boolean build(Path sources, String name, Path program)
        throws IOException, InterruptedException {
      return run(
          sources,
          List.of(
              "go",
              "build",
              "-mod=mod",
              "-trimpath",
              "-tags=lambda.norpc",
              "-ldflags=-s -w",
              "-o",
              program.toString(),
              "./" + name));
    }

    String version() throws IOException {
      return Files.readString(work.resolve("version.log")).strip().replace("go version ", "");
    }

    private boolean run(Path directory, List<String> command)
        throws IOException, InterruptedException {
      Path log = work.resolve(command.get(1) + ".log");
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().putAll(Map.of("CGO_ENABLED", "0", "GOTOOLCHAIN", "local"));
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      Process process = builder.start();
      if (!process.waitFor(LIMIT_SECONDS, java.util.concurrent.TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      if (process.exitValue() != 0) {
        System.err.printf("go %s fails: see %s%n", command.get(1), log);
      }
      return process.exitValue() == 0;
    }
  }
}
