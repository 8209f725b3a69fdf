package dev.gatehouse.triggers.messages;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;

/** Reads one file of words; every complaint names the file and the key. */
final class WordsFile {
  private static final int LONGEST = 400;
  private static final String PRODUCT = "{product}";
  private static final String SUPPORT = "{support}";

  private final String file;
  private final Properties lines = new OnceEach();
  private final Set<String> unread;

  WordsFile(String file, Reader text) {
    this.file = file;
    try (text) {
      lines.load(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    } catch (IllegalArgumentException malformed) {
      throw new WordsInvalid(file, "is malformed: " + malformed.getMessage());
    }
    unread = new HashSet<>(lines.stringPropertyNames());
  }

  /** Returns a line as it stands there. */
  String line(String key) {
    unread.remove(key);
    String line = lines.getProperty(key, "").strip();
    if (line.isEmpty()) {
      throw new WordsInvalid(file, key, "is missing");
    }
    if (line.length() > LONGEST) {
      throw new WordsInvalid(file, key, "is longer than " + LONGEST + " characters");
    }
    if (!CognitoText.takes(line)) {
      throw new WordsInvalid(file, key, "has a character that Cognito refuses");
    }
    return line;
  }

  /** Returns a line with the name of the product, which it must have. */
  String naming(String key, Brand brand) {
    return filled(key, line(key), PRODUCT, brand.product());
  }

  /** Returns a line with the address to write to, which it must have. */
  String addressing(String key, String address) {
    return filled(key, line(key), SUPPORT, address);
  }

  /** Returns a line that has no place to fill. */
  String plain(String key) {
    return free(key, line(key));
  }

  /** Ends the reading: a key that nothing asked for is a mistake in its name. */
  void end() {
    if (!unread.isEmpty()) {
      throw new WordsInvalid(file, unread.stream().sorted().findFirst().orElse(""), "is no key");
    }
  }

  private String filled(String key, String line, String place, String filling) {
    if (!line.contains(place)) {
      throw new WordsInvalid(file, key, "lacks " + place);
    }
    free(key, line.replace(place, ""));
    return line.replace(place, filling);
  }

  private String free(String key, String line) {
    if (line.indexOf('{') >= 0 || line.indexOf('}') >= 0) {
      throw new WordsInvalid(file, key, "has a brace that is none of its places to fill");
    }
    return line;
  }

  /** Refuses a key that is there twice, of which the first would be lost in silence. */
  private static final class OnceEach extends Properties {
    @Override
    public synchronized Object put(Object key, Object value) {
      if (containsKey(key)) {
        throw new IllegalArgumentException(key + " is there twice");
      }
      return super.put(key, value);
    }
  }
}
