package dev.gatehouse.messages.copy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines on which the keys of a properties file begin, which {@code Properties} forgets. */
final class KeyLines {
  private static final Pattern KEY = Pattern.compile("\\s*(?<key>[^:=#!\\s][^:=\\s]*)");
  private static final Pattern CONTINUED = Pattern.compile("(?:.*[^\\\\])?(?:\\\\\\\\)*\\\\");

  private final Map<String, Integer> lines = new LinkedHashMap<>();

  /** Creates the lines of a file's text; a key that occurs twice is a mistake. */
  KeyLines(String file, String text, CopyMistakes mistakes) {
    boolean continued = false;
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      Matcher key = KEY.matcher(line);
      boolean startsWithKey = !continued && key.lookingAt();
      if (startsWithKey && lines.putIfAbsent(key.group("key"), number) != null) {
        mistakes.add(file, number, "duplicate key " + key.group("key"));
      }
      continued = (continued || startsWithKey) && CONTINUED.matcher(line).matches();
    }
  }

  /** Returns the line of a key, counted from 1; 1 if the file lacks the key. */
  int line(String key) {
    return lines.getOrDefault(key, 1);
  }
}
