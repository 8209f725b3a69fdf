package dev.gatehouse.emailrules.lists;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The shipped list of disposable domains.
 *
 * <p>It is a text of sorted lines with a binary search in place, which spares the parsing and an
 * object for each of the domains.
 */
final class DisposableList {
  private static final String RESOURCE = "disposable.txt";
  private static final String DATE = "# date: ";

  /** The size of a buffer that holds the comments. */
  private static final int COMMENTS = 1024;

  private final byte[] text;
  private final int start;

  private DisposableList(byte[] text) {
    this.text = text;
    int first = 0;
    while (first < text.length && text[first] == '#') {
      first = endOfLine(first) + 1;
    }
    this.start = first;
  }

  static DisposableList shipped() {
    try (InputStream list = resource()) {
      return new DisposableList(list.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Returns the day of the shipped list, without reading more than its comments. */
  static LocalDate shippedDate() {
    try (BufferedReader list =
        new BufferedReader(new InputStreamReader(resource(), US_ASCII), COMMENTS)) {
      return dateIn(list.lines());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Returns the day that a comment of a list names. */
  static LocalDate dateIn(Stream<String> lines) {
    return lines
        .takeWhile(line -> line.startsWith("#"))
        .filter(line -> line.startsWith(DATE))
        .map(line -> LocalDate.parse(line.substring(DATE.length())))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(RESOURCE + " names no date"));
  }

  private static InputStream resource() {
    return Objects.requireNonNull(DisposableList.class.getResourceAsStream(RESOURCE), RESOURCE);
  }

  /** Returns a list from its text: comments first, then one domain a line, sorted. */
  static DisposableList of(String text) {
    return new DisposableList(text.getBytes(US_ASCII));
  }

  /**
   * Returns the specificity of the entry that matches a domain: the domain itself, or a parent of
   * two labels or more.
   *
   * @return as {@link AddressList#specificity} does
   */
  int specificity(String domain) {
    if (contains(domain)) {
      return AddressList.DOMAIN_MATCH;
    }
    int last = domain.lastIndexOf('.');
    for (int dot = domain.indexOf('.');
        dot >= 0 && dot < last;
        dot = domain.indexOf('.', dot + 1)) {
      String parent = domain.substring(dot + 1);
      if (contains(parent)) {
        return parent.length();
      }
    }
    return AddressList.NO_MATCH;
  }

  boolean contains(String domain) {
    int low = start;
    int high = text.length;
    while (low < high) {
      int line = startOfLine((low + high) >>> 1);
      int order = compare(line, domain);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        low = endOfLine(line) + 1;
      } else {
        high = line;
      }
    }
    return false;
  }

  private int startOfLine(int within) {
    int line = within;
    while (line > start && text[line - 1] != '\n') {
      line--;
    }
    return line;
  }

  private int endOfLine(int within) {
    int end = within;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return end;
  }

  /** Compares a line with a domain; the end of a line sorts before every character. */
  private int compare(int line, String domain) {
    for (int i = 0; i < domain.length(); i++) {
      int at = line + i;
      int letter = at < text.length ? text[at] : '\n';
      if (letter != domain.charAt(i)) {
        return letter == '\n' ? -1 : letter - domain.charAt(i);
      }
    }
    int end = line + domain.length();
    return end >= text.length || text[end] == '\n' ? 0 : 1;
  }
}
