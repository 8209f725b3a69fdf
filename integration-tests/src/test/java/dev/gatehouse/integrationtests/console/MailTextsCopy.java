package dev.gatehouse.integrationtests.console;

import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the texts of the mails, in English and Arabic. */
record MailTextsCopy(Path directory) {
  private static final Path LANGUAGES =
      Repository.ROOT.resolve("messages/src/main/resources/dev/gatehouse/messages/languages");

  static MailTextsCopy create() {
    try {
      Path target = Repository.ROOT.resolve("integration-tests/target");
      MailTextsCopy copy = new MailTextsCopy(Files.createTempDirectory(target, "languages"));
      for (String tag : List.of("en", "ar")) {
        copy.add(tag, tag);
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a language with the texts of another one. */
  void add(String tag, String texts) {
    try (Stream<Path> files = Files.list(LANGUAGES.resolve(texts))) {
      Path folder = Files.createDirectory(directory.resolve(tag));
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a text in a file, as an editor does that writes a new file in its place. */
  void edit(String file, String text, String by) {
    try {
      Path edited = directory.resolve(file);
      String before = Files.readString(edited);
      if (!before.contains(text)) {
        throw new AssertionError(file + " lacks " + text);
      }
      Path written = Files.createTempFile(directory.getParent(), "edited", null);
      Files.writeString(written, before.replace(text, by));
      Files.move(written, edited, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
