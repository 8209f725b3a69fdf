package dev.gatehouse.triggers.messages;

import dev.gatehouse.triggers.SettingInvalid;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the mails of a product.
 *
 * <p>Nothing that a person typed in goes into a mail: a sign-up form would send strangers any text
 * in our name.
 */
public final class Messages {
  private static final String LOCALE = "locale";

  private final Brand brand;
  private final Languages languages;

  private Messages(Brand brand, Languages languages) {
    this.brand = brand;
    this.languages = languages;
    for (Language language : languages.all()) {
      for (MessageKind kind : MessageKind.values()) {
        tryOut(kind, language);
      }
    }
  }

  /**
   * Reads settings and words, and writes each mail once to see that it can be.
   *
   * @throws SettingInvalid if a setting is missing or malformed
   * @throws WordsInvalid if a word is
   */
  public static Messages from(Map<String, String> environment) {
    Brand brand = Brand.from(environment);
    return new Messages(brand, Languages.from(environment, brand));
  }

  private void tryOut(MessageKind kind, Language language) {
    Inserts inserts = new Inserts("{####}", kind.carriesPassword() ? "{username}" : null);
    try {
      Mail mail = mail(kind, language, inserts);
      if (kind.carriesCode()) {
        mail.forCognito(inserts);
      }
    } catch (IllegalArgumentException refused) {
      throw new WordsInvalid(
          language.tag() + "/" + kind.file(), "makes no mail: " + refused.getMessage());
    }
  }

  /**
   * Returns the tag of the language to write to somebody in: as the client asks this time, else as
   * the user once said, else the usual one.
   */
  public String language(
      @Nullable Map<String, String> clientMetadata, @Nullable Map<String, String> attributes) {
    return languages.choose(locale(clientMetadata), locale(attributes)).tag();
  }

  private static @Nullable String locale(@Nullable Map<String, String> texts) {
    return texts == null ? null : texts.get(LOCALE);
  }

  /** Writes a mail in the language of this tag. */
  public Mail mail(MessageKind kind, String language, Inserts inserts) {
    return mail(kind, languages.choose(language), inserts);
  }

  private Mail mail(MessageKind kind, Language language, Inserts inserts) {
    Words words = language.words(kind);
    MailPage page = new MailPage(language, brand, words, inserts, kind.carriesPassword());
    String html = MailPageRenderer.of().execute(page, new StringBuilder()).toString();
    MailText plain = new MailText(brand, words, inserts);
    String text = MailTextRenderer.of().execute(plain, new StringBuilder()).toString();
    return new Mail(words.subject(), html, text);
  }
}
