package dev.gatehouse.integrationtests.conventions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A word that the project used to have, and the one that it has now.
 *
 * @param start the letters that every occurrence begins with, maybe none; a search for them is much
 *     faster than one for the pattern, and most files have none
 * @param identifier whether it is looked for as part of an identifier instead of in prose
 */
record RetiredWord(Pattern pattern, String start, boolean identifier, String replacement) {
  static final String FILE = "retired-words.txt";

  /** Whitespace between two words of a phrase, comment markers at the start of a line included. */
  private static final String GAP = "(?:[ \\\\t]|\\\\R[ \\\\t]*(?:\\\\*|//|#|>)?[ \\\\t]*)+";

  /** Letters none of which is optional: those of {@code foxes?} without the last. */
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+(?![?*{])");

  private static final Pattern ALTERNATIVES = Pattern.compile("[^(]*\\|.*");

  private static final Pattern CAMEL_CASE =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");

  /** Returns the list. */
  static List<RetiredWord> all() {
    try (InputStream list = RetiredWord.class.getResourceAsStream("/" + FILE)) {
      String text = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(RetiredWord::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the word of a line of the list. */
  static RetiredWord parse(String line) {
    String[] columns = line.split("\t+", 2);
    String word = columns[0];
    boolean identifier = !word.equals(word.toLowerCase(Locale.ROOT));
    Pattern pattern = identifier ? identifier(word) : phrase(word);
    return new RetiredWord(pattern, start(word), identifier, columns[1]);
  }

  private static String start(String word) {
    Matcher start = LETTERS.matcher(word);
    return start.lookingAt() && !ALTERNATIVES.matcher(word).matches() ? start.group() : "";
  }

  private static Pattern identifier(String word) {
    String before = Character.isUpperCase(word.charAt(0)) ? "(?<![A-Z])" : "(?<![A-Za-z])";
    return Pattern.compile(before + word + "(?![a-z])");
  }

  private static Pattern phrase(String words) {
    return Pattern.compile("\\b(?:" + words.replaceAll(" ", GAP) + ")\\b");
  }

  /** Returns the text with identifiers split into lower-case words, line by line as it was. */
  static String prose(String text) {
    return CAMEL_CASE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  /** Returns where the word occurs in a text or in its prose, by line and with the replacement. */
  Stream<String> in(String file, String text, String prose) {
    String searched = identifier ? text : prose;
    if (!searched.contains(start)) {
      return Stream.empty();
    }
    return pattern
        .matcher(searched)
        .results()
        .map(
            match ->
                String.format(
                    Locale.ROOT,
                    "%s:%d: \"%s\" is now: %s",
                    file,
                    line(searched, match),
                    match.group().replaceAll("\\s+", " "),
                    replacement));
  }

  private static long line(String text, MatchResult match) {
    return text.substring(0, match.start()).chars().filter(c -> c == '\n').count() + 1;
  }
}
