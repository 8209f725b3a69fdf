package dev.gatehouse.messages;

import dev.gatehouse.messages.copy.CopyDirectory;
import dev.gatehouse.messages.copy.CopyFile;
import dev.gatehouse.messages.copy.CopyMistakes;
import dev.gatehouse.messages.copy.TextComparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The check of all languages that {@code make words} runs: the rules of each text, and the
 * comparison of each language with English. It reads the files as they are, without a build.
 */
public final class MailCopyCheck {
  private static final String ENGLISH = "en";
  private static final int MAX_SUBJECT_LENGTH = 140;
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

  /** A brand with the longest possible name, so that a subject is as long as it can be. */
  private static final Brand LONGEST = Brand.of(Map.of("PRODUCT_NAME", "W".repeat(40)));

  private final CopyDirectory languages;
  private final CopyMistakes mistakes = new CopyMistakes();

  private MailCopyCheck(Path languages) {
    this.languages = new CopyDirectory(languages);
  }

  /**
   * Prints every mistake on a line of its own, with file and line, and ends with status 1 if there
   * is one.
   *
   * @param arguments the directory that contains a folder for each language
   */
  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[0]);
    List<String> mistakes = mistakes(directory);
    mistakes.forEach(mistake -> System.out.println(directory + "/" + mistake));
    Set<String> tags = new CopyDirectory(directory).tags();
    System.out.println(
        tags.size()
            + " languages ("
            + String.join(", ", tags)
            + "), "
            + mistakes.size()
            + " mistakes");
    System.exit(mistakes.isEmpty() ? 0 : 1);
  }

  /** Returns a line for each mistake in the language folders of a directory. */
  static List<String> mistakes(Path directory) {
    MailCopyCheck check = new MailCopyCheck(directory);
    check.languages.tags().forEach(check::check);
    return check.mistakes.lines();
  }

  private void check(String tag) {
    if (!TAG.matcher(tag).matches()) {
      mistakes.add(tag, "is not a BCP 47 tag such as pt-BR");
    }
    List<String> names = names();
    Set<String> others = new TreeSet<>(languages.files(tag));
    names.forEach(others::remove);
    others.forEach(name -> mistakes.add(tag + "/" + name, "is not a file of a language"));
    Language language = Language.read(tag, languages, LONGEST, mistakes);
    for (MessageKind kind : MessageKind.values()) {
      checkSubject(tag + "/" + kind.fileName(), language.copy(kind).subject());
    }
    if (!tag.equals(ENGLISH)) {
      names.forEach(name -> compare(tag, name));
    }
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(List.of(Language.EVERY_MAIL));
    Stream.of(MessageKind.values()).map(MessageKind::fileName).forEach(names::add);
    return names;
  }

  private void checkSubject(String file, String subject) {
    if (subject.length() > MAX_SUBJECT_LENGTH) {
      languages
          .read(file, new CopyMistakes())
          .reportTo(
              mistakes,
              "subject",
              "makes a line of "
                  + subject.length()
                  + " characters, "
                  + MAX_SUBJECT_LENGTH
                  + " are allowed");
    }
  }

  private void compare(String tag, String name) {
    CopyFile english = languages.read(ENGLISH + "/" + name, new CopyMistakes());
    CopyFile translated = languages.read(tag + "/" + name, new CopyMistakes());
    for (String key : translated.keys()) {
      String text = translated.unchecked(key);
      new TextComparison(english.unchecked(key), text)
          .differences()
          .forEach(difference -> translated.reportTo(mistakes, key, difference));
    }
  }
}
