package dev.gatehouse.integrationtests.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stack with settings of a test, whose plan {@code pulumi/target/record} records as {@code make
 * local} does, in a repository that has links to this one.
 *
 * @param locale the locale of the shell that records the plan and starts the emulator
 */
public record RecordedStack(Path repository, String locale) {

  /** Creates the tests' stack with other settings, by key without namespace. */
  public static RecordedStack of(Path repository, String locale, Map<String, String> settings)
      throws IOException {
    Path program = Repository.ROOT.resolve("pulumi");
    Path copy = Files.createDirectories(repository.resolve("pulumi"));
    link(repository.resolve("tools"), Repository.ROOT.resolve("tools"));
    link(copy.resolve("Pulumi.yaml"), program.resolve("Pulumi.yaml"));
    link(copy.resolve("variants"), program.resolve("variants"));
    Path target = Files.createDirectories(copy.resolve("target"));
    Files.copy(program.resolve("target/record"), target.resolve("record"));
    try (Stream<Path> jars = Files.list(program.resolve("target"))) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
        link(target.resolve(jar.getFileName()), jar);
      }
    }
    Files.writeString(copy.resolve("Pulumi.local.yaml"), yaml(program, settings));
    return new RecordedStack(repository, locale);
  }

  private static void link(Path link, Path file) throws IOException {
    Files.createSymbolicLink(link, file);
  }

  /** JSON's texts are YAML's, too; of two lines with one key the last counts. */
  private static String yaml(Path program, Map<String, String> settings) throws IOException {
    return Files.readString(program.resolve("src/test/stacks/local.yaml"))
        + settings.entrySet().stream()
            .map(it -> "  gatehouse:" + it.getKey() + ": " + new Gson().toJson(it.getValue()))
            .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Records the plan of a variant, or the stack's own if the name is blank, and starts it. */
  public LocalEmulator start(String variant) throws IOException, InterruptedException {
    String[] command =
        variant.isEmpty()
            ? new String[] {"pulumi/target/record"}
            : new String[] {"pulumi/target/record", variant};
    Shell.Result recorded = Shell.run(repository, Map.of("LC_ALL", locale), command);
    assertThat(recorded.exitCode()).as(recorded.output()).isZero();
    String plan = variant.isEmpty() ? "plan.json" : "plans/" + variant + ".json";
    return LocalEmulator.startUnder(
        locale, "--plan", repository.resolve("pulumi/target").resolve(plan).toString());
  }
}
