package dev.gatehouse.integrationtests.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script of the repository, run with an environment of the test's own. */
public final class Shell {
  /** What the script printed to both streams, and its exit code. */
  public record Result(int exitCode, String output) {
    /** Returns the last line. */
    public String lastLine() {
      return output.strip().lines().reduce("", (earlier, line) -> line);
    }
  }

  private Shell() {}

  /** Runs a command in a folder, with these variables added to the environment. */
  public static Result run(Path folder, Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(variables);
    return result(builder);
  }

  /** Runs a command with these variables only. */
  public static Result runWithOnly(Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(Repository.ROOT.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    return result(builder);
  }

  private static Result result(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(builder.command() + " did not end: " + output);
    }
    return new Result(process.exitValue(), output);
  }

  /** Writes an executable script. */
  public static Path script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
    return file;
  }

  /** Makes commands of this computer, and only these, the content of a folder for PATH. */
  public static Path commands(Path folder, List<String> names) throws IOException {
    for (String name : names) {
      for (String directory : List.of("/usr/bin", "/bin")) {
        Path command = Path.of(directory, name);
        if (Files.isExecutable(command)) {
          script(folder.resolve(name), "exec %s \"$@\"\n".formatted(command));
        }
      }
    }
    return folder;
  }
}
