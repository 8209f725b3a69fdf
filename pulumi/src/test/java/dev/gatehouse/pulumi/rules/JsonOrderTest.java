package dev.gatehouse.pulumi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The order of {@code Map.of} and of hash tables changes with each JVM: JSON made of them would
 * change its resource in every run of the program.
 */
final class JsonOrderTest {
  private static final Path PROGRAM = Path.of("src/main/java/dev/gatehouse/pulumi");
  private static final Pattern JSON = Pattern.compile("toJson|JsonObject|JsonTree|jsonencode");
  private static final Pattern WITHOUT_ORDER =
      Pattern.compile(
          "(Map|Set)\\.(of|ofEntries|copyOf)\\(|new Hash(Map|Set)|to(Set|Map|UnmodifiableMap)\\(|"
              + "groupingBy\\(");

  @Test
  void noFileThatWritesJsonUsesCollectionsWithoutOrder() throws IOException {
    List<Path> writers = files().filter(file -> JSON.matcher(text(file)).find()).toList();

    assertThat(writers).extracting(file -> file.getFileName().toString()).hasSizeGreaterThan(3);
    assertThat(writers).filteredOn(file -> WITHOUT_ORDER.matcher(text(file)).find()).isEmpty();
  }

  /** The recorder writes plan.json in alphabetical order; the settings read JSON only. */
  private static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(PROGRAM)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(
              file ->
                  !file.startsWith(PROGRAM.resolve("plan"))
                      && !file.startsWith(PROGRAM.resolve("settings")))
          .toList()
          .stream();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
