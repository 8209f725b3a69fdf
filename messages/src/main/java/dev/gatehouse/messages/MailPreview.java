package dev.gatehouse.messages;

import dev.gatehouse.messages.copy.CopyDirectory;
import dev.gatehouse.messages.copy.CopyMistakes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mails of a directory of language folders, as they are while somebody edits the files: read
 * and rendered as the functions do, at each call.
 */
public final class MailPreview {
  private static final Instant TIME = Instant.parse("2026-01-02T10:42:00Z");

  private final Path directory;
  private final Map<String, String> settings;

  /**
   * Creates a preview.
   *
   * @param settings those of the functions that write mails: see {@link MailRenderer#of(Map)}
   */
  public MailPreview(Path directory, Map<String, String> settings) {
    this.directory = directory;
    this.settings = Map.copyOf(settings);
  }

  /** Returns the tags of the languages, sorted. */
  public Set<String> languages() {
    return new CopyDirectory(directory).tags();
  }

  /** Returns a line for each mistake in any language, as {@code make words} prints it. */
  public List<String> mistakes() {
    return MailCopyCheck.mistakes(directory);
  }

  /**
   * Returns a mail, in which a text with a mistake is empty, or an empty Optional if the texts make
   * no mail.
   *
   * @throws InvalidMessageSetting if a setting is missing or malformed
   */
  public Optional<Mail> mail(String language, MessageKind kind) {
    Brand brand = Brand.of(settings);
    Language read =
        Language.read(language, new CopyDirectory(directory), brand, new CopyMistakes());
    try {
      return Optional.of(MailRenderer.render(kind, read, brand, placeholders(kind)));
    } catch (IllegalArgumentException withoutSubject) {
      return Optional.empty();
    }
  }

  private static Placeholders placeholders(MessageKind kind) {
    return kind.carriesPassword()
        ? new Placeholders("Correct-horse-9", "jane@example.com", TIME)
        : Placeholders.of(kind.carriesCode() ? "402913" : null).at(TIME);
  }
}
