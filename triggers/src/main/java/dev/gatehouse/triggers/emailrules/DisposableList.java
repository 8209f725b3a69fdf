package dev.gatehouse.triggers.emailrules;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Holds the domains that give addresses away for minutes, as the text that they are shipped as:
 * sorted lines, searched in place, so that nothing is parsed and no object made for each.
 */
final class DisposableList {
  private static final String RESOURCE = "disposable.txt";

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
    try (InputStream list =
        Objects.requireNonNull(DisposableList.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new DisposableList(list.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Reads a list from its text: comments first, then one domain a line, sorted. */
  static DisposableList of(String text) {
    return new DisposableList(text.getBytes(US_ASCII));
  }

  /**
   * Says how closely the list names a domain: as itself or by a parent of two labels or more.
   *
   * @return what {@link AddressList#closeness} would
   */
  int closeness(String domain) {
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

  /** Compares a line with a domain; a line's end comes before every letter. */
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
