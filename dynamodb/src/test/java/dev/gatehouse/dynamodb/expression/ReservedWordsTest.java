package dev.gatehouse.dynamodb.expression;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ReservedWordsTest {

  /**
   * Words of the grammar, which are tokens of their own before anybody asks whether they are free.
   */
  private static final Set<String> KEYWORDS =
      Set.of("ADD", "AND", "BETWEEN", "DELETE", "IN", "NOT", "OR", "REMOVE", "SET");

  @Test
  void everyWordOfTheListIsRefusedInAnyCase() throws IOException {
    Set<String> words = new TreeSet<>(words());
    assertThat(words).hasSize(573).allMatch(word -> word.matches("[A-Z]+"));
    words.removeAll(KEYWORDS);
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      assertThat(projection(word)).endsWith("reserved keyword: " + word);
      assertThat(projection("a." + lower)).endsWith("reserved keyword: " + lower);
    }
  }

  @Test
  void keywordsAreRefusedAsSyntaxErrors() {
    assertThat(KEYWORDS).allMatch(word -> projection(word).contains("Syntax error"));
  }

  @Test
  void otherWordsAreNames() {
    assertThat(Set.of("metadata", "id", "pk", "locale", "i", "names1"))
        .allMatch(word -> projection(word).equals("OK"));
  }

  private static String projection(String expression) {
    return TestValues.outcome(
        () -> ProjectionExpression.parse(expression).resolve(ExpressionAttributes.NONE));
  }

  private static Set<String> words() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            ReservedWordsTest.class.getResourceAsStream("syntax/reserved-words.txt"))) {
      return Set.of(new String(file.readAllBytes(), US_ASCII).strip().split("\n", -1));
    }
  }
}
