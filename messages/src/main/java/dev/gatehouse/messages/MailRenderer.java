package dev.gatehouse.messages;

import dev.gatehouse.messages.copy.CopyLoader;
import dev.gatehouse.messages.copy.CopyMistakes;
import dev.gatehouse.messages.copy.InvalidMailCopy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The renderer of a product's mails.
 *
 * <p>A mail contains no text that a user chose. Otherwise anyone could use the sign-up form to send
 * a text of their own to strangers in the product's name.
 */
public final class MailRenderer {
  private static final String LOCALE = "locale";

  private final Brand brand;
  private final Languages languages;

  private MailRenderer(Brand brand, Languages languages) {
    this.brand = brand;
    this.languages = languages;
    for (Language language : languages.all()) {
      for (MessageKind kind : MessageKind.values()) {
        check(kind, language);
      }
    }
  }

  /**
   * Creates a renderer from settings, and renders each mail once to find errors early.
   *
   * @param settings {@code PRODUCT_NAME}, and optionally {@code BRAND_COLOR}, {@code
   *     SUPPORT_ADDRESS}, {@code PRODUCT_URL}, {@code LOGO_URL}, {@code COMPANY_ADDRESS} and {@code
   *     DEFAULT_LOCALE}; other settings are ignored
   * @throws InvalidMessageSetting if a setting is missing or malformed
   * @throws InvalidMailCopy if the copy of a language is incomplete or malformed
   */
  public static MailRenderer of(Map<String, String> settings) {
    return of(settings, new LanguageFolders());
  }

  /** Creates a renderer with the languages of other folders. */
  static MailRenderer of(Map<String, String> settings, CopyLoader folders) {
    Brand brand = Brand.of(settings);
    return new MailRenderer(brand, Languages.of(settings, folders, brand));
  }

  private void check(MessageKind kind, Language language) {
    Placeholders placeholders =
        new Placeholders("{####}", kind.carriesPassword() ? "{username}" : null);
    try {
      Mail mail = render(kind, language, brand, placeholders);
      if (kind.carriesCode()) {
        mail.forCognito(placeholders);
      }
    } catch (IllegalArgumentException refused) {
      CopyMistakes mistakes = new CopyMistakes();
      mistakes.add(
          language.tag() + "/" + kind.fileName(), "makes no valid mail: " + refused.getMessage());
      mistakes.refuse();
    }
  }

  /**
   * Returns the tag of the language for a user: the {@code locale} of the client metadata, else the
   * {@code locale} of the user's attributes, else the default language.
   */
  public String chooseLanguage(
      @Nullable Map<String, String> clientMetadata, @Nullable Map<String, String> attributes) {
    return languages.choose(locale(clientMetadata), locale(attributes)).tag();
  }

  private static @Nullable String locale(@Nullable Map<String, String> values) {
    return values == null ? null : values.get(LOCALE);
  }

  /** Returns a mail in the language of the tag, or in the default language if it is unavailable. */
  public Mail render(MessageKind kind, String languageTag, Placeholders placeholders) {
    return render(kind, languages.choose(languageTag), brand, placeholders);
  }

  /** Returns a mail in a language that may be incomplete. */
  static Mail render(MessageKind kind, Language language, Brand brand, Placeholders placeholders) {
    MailCopy copy = language.copy(kind);
    @Nullable MailLink link = MailLink.of(kind, brand, copy);
    @Nullable String time = copy.at(placeholders);
    MailHtml html =
        new MailHtml(language, brand, copy, placeholders, link, time, kind.carriesPassword());
    MailPlainText text = new MailPlainText(brand, copy, placeholders, link, time);
    return new Mail(
        copy.subject(),
        MailHtmlRenderer.of().execute(html, new StringBuilder()).toString(),
        MailPlainTextRenderer.of().execute(text, new StringBuilder()).toString());
  }
}
