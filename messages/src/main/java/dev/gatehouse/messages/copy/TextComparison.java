package dev.gatehouse.messages.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text beside its translation: both give the same numbers, and no sentence is missing.
 *
 * <p>A clause after a colon or a semicolon counts as a sentence, since translations differ in that.
 */
public record TextComparison(String english, String translated) {
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");
  private static final Pattern SENTENCE_END =
      Pattern.compile("[.?!:;\u3002\uff1f\uff01\uff1a\uff1b\u061f\u061b](?=\\s|\\p{Lo}|\\{|$)");

  /** Languages may write the number one as a word. */
  private static final Set<String> MAY_BE_A_WORD = Set.of("1");

  /** Returns what the translation lacks or has in addition, as the rest of a sentence. */
  public List<String> differences() {
    List<String> differences = new ArrayList<>();
    if (english.isEmpty()) {
      return differences;
    }
    Set<String> expected = numbers(english);
    Set<String> given = numbers(translated);
    expected.stream()
        .filter(number -> !given.contains(number) && !MAY_BE_A_WORD.contains(number))
        .forEach(number -> differences.add("lacks the number " + number));
    given.stream()
        .filter(number -> !expected.contains(number))
        .forEach(number -> differences.add("has the number " + number + ", English has not"));
    if (sentences(translated) < sentences(english)) {
      differences.add(
          "has " + sentences(translated) + " sentences, English has " + sentences(english));
    }
    return differences;
  }

  private static Set<String> numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long sentences(String text) {
    return SENTENCE_END.matcher(text).results().count();
  }
}
