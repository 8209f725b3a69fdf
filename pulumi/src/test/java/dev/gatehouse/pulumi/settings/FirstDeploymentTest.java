package dev.gatehouse.pulumi.settings;

import static dev.gatehouse.pulumi.settings.LocalStackConfig.config;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gatehouse.pulumi.plan.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the documents that lead a newcomer to the first deployment. */
final class FirstDeploymentTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^ *pulumi config set ([\\w:]+) (\\S+)$");

  @TempDir Path folder;

  @Test
  void commandsOfReadmeSetAllThatTheProgramAsksFor() throws IOException {
    assertComplete(Path.of("../README.md"), "## Deploy to your account", "## What happens when");
  }

  @Test
  void stepsFromACleanAccountSetAllThatTheProgramAsksFor() throws IOException {
    assertComplete(Path.of("README.md"), "## From a clean account", "## Settings");
  }

  private void assertComplete(Path document, String from, String to) throws IOException {
    String text = Files.readString(document);
    String part = text.substring(text.indexOf(from), text.indexOf(to));
    List<String> lines = COMMAND.matcher(part).results().map(FirstDeploymentTest::line).toList();
    Path stack = folder.resolve("Pulumi.prod.yaml");
    Files.writeString(stack, "config:\n" + String.join("", lines));

    assertThatCode(() -> config(StackSettings.read(Path.of("."), "prod", stack)))
        .as("%s with %s", document, lines)
        .doesNotThrowAnyException();
  }

  private static String line(MatchResult command) {
    String key = command.group(1);
    return "  %s: %s\n".formatted(key.contains(":") ? key : "gatehouse:" + key, command.group(2));
  }
}
