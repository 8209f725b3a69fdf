package dev.gatehouse.messages.copy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * A properties file with the copy of one mail. A text with a mistake is read as the empty text, so
 * that the mistakes behind it are found as well.
 */
public final class CopyFile {
  /** The placeholder of the product's name. */
  public static final String PRODUCT = "{product}";

  /** The placeholder of the support address. */
  public static final String SUPPORT = "{support}";

  /** The placeholder of the time of day. */
  public static final String TIME = "{time}";

  private static final int MAX_LENGTH = 400;

  private final String file;
  private final CopyMistakes mistakes;
  private final Properties texts = new Properties();
  private final KeyLines lines;
  private final Set<String> unreadKeys;

  /** Creates a copy file from its text, and closes the reader. */
  public CopyFile(String file, Reader reader, CopyMistakes mistakes) {
    this.file = file;
    this.mistakes = mistakes;
    String text = readAll(file, reader);
    lines = new KeyLines(file, text, mistakes);
    try {
      texts.load(new StringReader(text));
    } catch (IllegalArgumentException malformed) {
      mistakes.add(file, "is malformed: " + malformed.getMessage());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
    unreadKeys = new TreeSet<>(texts.stringPropertyNames());
  }

  private static String readAll(String file, Reader reader) {
    try (reader) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }

  /** Returns a text without placeholders. */
  public String text(String key) {
    return withoutBraces(key, raw(key));
  }

  /** Returns a text with a value in its required placeholder. */
  public String filled(String key, String placeholder, String value) {
    return textWith(key, placeholder).replace(placeholder, value);
  }

  /** Returns a text that still contains its required placeholder. */
  public String textWith(String key, String placeholder) {
    String text = raw(key);
    if (text.isEmpty()) {
      return text;
    }
    if (!text.contains(placeholder)) {
      return mistake(key, "lacks " + placeholder);
    }
    return withoutBraces(key, text.replace(placeholder, "")).isEmpty() ? "" : text;
  }

  /** Adds a mistake for each key that was not read, since it is most likely misspelled. */
  public void refuseUnreadKeys() {
    unreadKeys.forEach(key -> mistake(key, "is not a key"));
  }

  /** Adds a mistake in the line of a key, and returns the empty text. */
  public String mistake(String key, String mistake) {
    reportTo(mistakes, key, mistake);
    return "";
  }

  /** Adds a mistake in the line of a key to other mistakes than this file's own. */
  public void reportTo(CopyMistakes others, String key, String mistake) {
    others.add(file, lines.line(key), key + " " + mistake);
  }

  /** Returns the names of all keys, sorted. */
  public Set<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }

  /** Returns a text as it is in the file; empty if there is none. */
  public String unchecked(String key) {
    return texts.getProperty(key, "").strip();
  }

  private String raw(String key) {
    unreadKeys.remove(key);
    String text = unchecked(key);
    if (text.isEmpty()) {
      return mistake(key, "is missing");
    }
    if (text.length() > MAX_LENGTH) {
      return mistake(key, "is longer than " + MAX_LENGTH + " characters");
    }
    if (!CognitoText.isAccepted(text)) {
      return mistake(key, "has a character that Cognito refuses");
    }
    return text;
  }

  private String withoutBraces(String key, String text) {
    return text.indexOf('{') >= 0 || text.indexOf('}') >= 0
        ? mistake(key, "has a brace that is not part of its placeholder")
        : text;
  }
}
