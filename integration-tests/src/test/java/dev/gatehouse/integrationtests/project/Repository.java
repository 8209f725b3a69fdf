package dev.gatehouse.integrationtests.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The repository that is under test. */
public final class Repository {
  /** The folder of the root POM. */
  public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Set<String> UNTRACKED = Set.of("target", ".git", "node_modules");

  /** The plans that the build records for tests, whatever settings a developer tries. */
  private static final Path PLANS = ROOT.resolve("pulumi/target/tested");

  private Repository() {}

  /** Returns the plan of the tests' own stack. */
  public static Path plan() {
    return PLANS.resolve("plan.json");
  }

  /** Returns the plan of a variant of the tests' own stack. */
  public static Path plan(String variant) {
    return PLANS.resolve("plans").resolve(variant + ".json");
  }

  /** Returns the names of the variants, in alphabetical order. */
  public static List<String> variants() {
    return filesBelow(PLANS.resolve("plans")).stream()
        .map(file -> file.getFileName().toString().replace(".json", ""))
        .toList();
  }

  /** Returns the tracked files; without git, every file outside of build folders. */
  public static List<Path> trackedFiles() {
    return listedByGit().orElseGet(() -> filesBelow(ROOT));
  }

  /** Returns the files below a folder, build folders left out, in order of their paths. */
  public static List<Path> filesBelow(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !isBuilt(folder.relativize(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isBuilt(Path file) {
    for (Path part : file) {
      if (UNTRACKED.contains(part.toString())) {
        return true;
      }
    }
    return false;
  }

  private static Optional<List<Path>> listedByGit() {
    ProcessBuilder git = new ProcessBuilder("git", "ls-files", "-z").directory(ROOT.toFile());
    try {
      Process process = git.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String names = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        return Optional.empty();
      }
      return Optional.of(
          names
              .lines()
              .flatMap(line -> Stream.of(line.split("\0")))
              .map(ROOT::resolve)
              .filter(Files::isRegularFile)
              .toList());
    } catch (IOException noGit) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
