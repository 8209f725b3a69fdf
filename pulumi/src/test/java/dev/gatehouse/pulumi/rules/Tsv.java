package dev.gatehouse.pulumi.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A reader of tables with tabs between cells and comments that begin with #. */
public final class Tsv {
  private Tsv() {}

  /** Returns the rows of a file in the tests' resources. */
  public static List<List<String>> rows(String file) {
    try (Stream<String> lines = Files.lines(Path.of("src/test/resources", file))) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
