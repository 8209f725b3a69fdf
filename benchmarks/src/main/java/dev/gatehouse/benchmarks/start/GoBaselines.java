package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.Subject.Start;
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
 * Is what there is of the same functions in Go: built here, or nothing and the reason.
 *
 * @param word what the page says of it
 */
record GoBaselines(List<Subject> subjects, String word) {
  static final String VARIANT = "Go";

  private static final List<String> WRITTEN = List.of("post-confirmation", "api");
  private static final String NONE =
      "No Go function is measured: %s, and a figure from elsewhere" + " would not compare.";

  private static final String BUILT =
      "The Go functions are built by %s and billed for the same memory; they would do with less.";

  /** Builds them for the same environment and memory as ours, if Go is here and has its modules. */
  static GoBaselines beside(PlannedFunctions functions, Path root)
      throws IOException, InterruptedException {
    Path work = Files.createDirectories(root.resolve("benchmarks/target/go"));
    GoTool go = new GoTool(work);
    if (!go.isThere()) {
      return none("there is no `go` on this machine");
    }
    Path sources = copied(root.resolve("benchmarks/go"), work.resolve("sources"));
    List<Subject> subjects = new ArrayList<>();
    for (String name : WRITTEN) {
      Path bootstrap = work.resolve(name).resolve("bootstrap");
      if (!go.builds(sources, name, bootstrap)) {
        return none("`go build` does not succeed here (it takes a network for its modules)");
      }
      subjects.add(subject(functions.named(name), packed(bootstrap, work.resolve(name + ".zip"))));
    }
    return new GoBaselines(subjects, BUILT.formatted(go.version()));
  }

  private static GoBaselines none(String reason) {
    String word = NONE.formatted(reason);
    System.err.println(word);
    return new GoBaselines(List.of(), word);
  }

  private static Subject subject(Subject ours, Path archive) {
    return new Subject(
        ours.function(),
        VARIANT,
        archive,
        "bootstrap",
        ours.environment(),
        ours.memory(),
        ours.payload(),
        Start.PROGRAM);
  }

  /** The build writes checksums beside the sources, and they are not ours to keep. */
  private static Path copied(Path from, Path to) throws IOException {
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

  private static Path packed(Path bootstrap, Path archive) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("bootstrap"));
      Files.copy(bootstrap, zip);
    }
    return archive;
  }

  /** Is the {@code go} command. */
  private record GoTool(Path work) {
    private static final int LIMIT_SECONDS = 300;

    boolean isThere() throws InterruptedException {
      try {
        return ran(work, List.of("go", "version"));
      } catch (IOException notFound) {
        return false;
      }
    }

    /** As AWS's manual says for a custom runtime. */
    boolean builds(Path sources, String name, Path program)
        throws IOException, InterruptedException {
      return ran(
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

    private boolean ran(Path directory, List<String> command)
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
