package dev.gatehouse.integrationtests.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of {@code retired-words.txt} occur in no tracked text but the list itself. */
class VocabularyTest {
  private static final List<RetiredWord> WORDS = RetiredWord.all();

  /** Lists of domains, names and recorded answers: a part of a longer name in them is no word. */
  private static final Pattern DATA = Pattern.compile(".*/resources/.*\\.(txt|tsv|csv|json|dat)");

  private static final Pattern COMPOUND = Pattern.compile("[^\\s\"',|]*\\w[.@-]\\w[^\\s\"',|]*");

  @Test
  void retiredWordsOccurNowhere() {
    List<Path> files = Repository.trackedFiles();
    assertThat(files).hasSizeGreaterThan(100);
    assertThat(
            files.parallelStream()
                .filter(file -> !file.endsWith(RetiredWord.FILE))
                .flatMap(file -> in(file).stream())
                .collect(Collectors.joining("\n")))
        .isEmpty();
  }

  @Test
  void wordIsFoundInProseAndIdentifiers() {
    RetiredWord word = RetiredWord.parse("wombats?\tkoala");
    assertThat(occurrences(word, "a WombatCage\nof two_WOMBATS"))
        .containsExactly("x:1: \"wombat\" is now: koala", "x:2: \"wombats\" is now: koala");
    assertThat(occurrences(word, "wombatlike, nowombat")).isEmpty();
  }

  @Test
  void everyAlternativeOfAWordIsFound() {
    assertThat(occurrences(RetiredWord.parse("foxe?s?\tdog"), "fo, fox, foxes")).hasSize(2);
    assertThat(occurrences(RetiredWord.parse("fox|wolf\tdog"), "a wolf")).hasSize(1);
    assertThat(occurrences(RetiredWord.parse("fox(es|hole)\tdog"), "a foxhole")).hasSize(1);
    assertThat(occurrences(RetiredWord.parse("(a|the) fox\tdog"), "the fox")).hasSize(1);
  }

  @Test
  void phraseIsFoundAcrossLines() {
    RetiredWord phrase = RetiredWord.parse("quick brown fox\tfox");
    assertThat(occurrences(phrase, "/**\n * The quick\n   * brown fox. */")).hasSize(1);
  }

  @Test
  void wordWithACapitalLetterIsFoundInIdentifiersOnly() {
    RetiredWord identifier = RetiredWord.parse("RedFox\tFox");
    assertThat(occurrences(identifier, "new OldRedFoxes() RedFox")).hasSize(1);
    assertThat(occurrences(identifier, "a red fox, redFox")).isEmpty();
  }

  @Test
  void longerNamesInDataAreNotSearched() {
    Path data = Path.of("/local/src/test/resources/domains.txt");
    assertThat(searched(data, "red-fox.example\nfox.example,fox@jane")).doesNotContain("fox");
    assertThat(searched(data, "a fox")).contains("fox");
  }

  private static List<String> occurrences(RetiredWord word, String text) {
    return word.in("x", text, RetiredWord.prose(text)).toList();
  }

  private static List<String> occurrences(String file, String text) {
    String prose = RetiredWord.prose(text);
    return WORDS.stream().flatMap(word -> word.in(file, text, prose)).toList();
  }

  private static List<String> in(Path file) {
    String name = Repository.ROOT.relativize(file).toString();
    return text(file).map(text -> occurrences(name, searched(file, text))).orElse(List.of());
  }

  private static String searched(Path file, String text) {
    return DATA.matcher(file.toString()).matches() ? COMPOUND.matcher(text).replaceAll("") : text;
  }

  /** Returns the text of a file; empty if it is no text. */
  private static Optional<String> text(Path file) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
