package dev.gatehouse.dynamodb.expression.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The reserved words of AWS's page "Reserved words in DynamoDB". */
final class ReservedWords {

  private static final Set<String> WORDS = read();

  private ReservedWords() {}

  /** Returns true for a reserved word in any case. */
  static boolean contains(String name) {
    return WORDS.contains(name.toUpperCase(Locale.ROOT));
  }

  private static Set<String> read() {
    try (InputStream file =
        Objects.requireNonNull(ReservedWords.class.getResourceAsStream("reserved-words.txt"))) {
      String text = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
      return Set.of(text.strip().split("\\s+", -1));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
