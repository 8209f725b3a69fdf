package dev.gatehouse.messages;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;

/** A properties file with the copy of one mail; every error names the file and the key. */
final class CopyFile {
  private static final int MAX_LENGTH = 400;
  private static final String PRODUCT = "{product}";
  private static final String SUPPORT = "{support}";

  private final String file;
  private final Properties texts = new UniqueProperties();
  private final Set<String> unreadKeys;

  /**
   * Creates a copy file from its text, and closes the reader.
   *
   * @throws InvalidMailCopy if the text is malformed or contains a key twice
   */
  CopyFile(String file, Reader reader) {
    this.file = file;
    try (reader) {
      texts.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    } catch (IllegalArgumentException malformed) {
      throw new InvalidMailCopy(file, "is malformed: " + malformed.getMessage());
    }
    unreadKeys = new HashSet<>(texts.stringPropertyNames());
  }

  /** Returns a text without placeholders. */
  String text(String key) {
    return withoutBraces(key, raw(key));
  }

  /** Returns a text with the product's name in its required placeholder {@code {product}}. */
  String textWithProduct(String key, Brand brand) {
    return filled(key, PRODUCT, brand.product());
  }

  /** Returns a text with the address in its required placeholder {@code {support}}. */
  String textWithSupportAddress(String key, String address) {
    return filled(key, SUPPORT, address);
  }

  /**
   * Refuses keys that were not read, since they are most likely misspelled.
   *
   * @throws InvalidMailCopy if there is such a key
   */
  void refuseUnreadKeys() {
    unreadKeys.stream()
        .sorted()
        .findFirst()
        .ifPresent(
            key -> {
              throw new InvalidMailCopy(file, key, "is not a key");
            });
  }

  private String raw(String key) {
    unreadKeys.remove(key);
    String text = texts.getProperty(key, "").strip();
    if (text.isEmpty()) {
      throw new InvalidMailCopy(file, key, "is missing");
    }
    if (text.length() > MAX_LENGTH) {
      throw new InvalidMailCopy(file, key, "is longer than " + MAX_LENGTH + " characters");
    }
    if (!CognitoText.isAccepted(text)) {
      throw new InvalidMailCopy(file, key, "has a character that Cognito refuses");
    }
    return text;
  }

  private String filled(String key, String placeholder, String value) {
    String text = raw(key);
    if (!text.contains(placeholder)) {
      throw new InvalidMailCopy(file, key, "lacks " + placeholder);
    }
    withoutBraces(key, text.replace(placeholder, ""));
    return text.replace(placeholder, value);
  }

  private String withoutBraces(String key, String text) {
    if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
      throw new InvalidMailCopy(file, key, "has a brace that is not part of its placeholder");
    }
    return text;
  }

  /** Properties that refuse a duplicate key, where {@link Properties} would keep the last value. */
  private static final class UniqueProperties extends Properties {
    @Override
    public synchronized Object put(Object key, Object value) {
      if (containsKey(key)) {
        throw new IllegalArgumentException("duplicate key " + key);
      }
      return super.put(key, value);
    }
  }
}
