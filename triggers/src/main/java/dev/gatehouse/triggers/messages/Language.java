package dev.gatehouse.triggers.messages;

import java.io.Reader;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holds every mail of a product in one language.
 *
 * @param tag the language's own, by BCP 47: the name of its folder
 * @param direction ltr or rtl, as the language is written
 */
record Language(String tag, String direction, Map<MessageKind, Words> mails) {
  private static final String EVERY_MAIL = "every-mail.properties";

  /** Opens a file by its name, {@code en/sign-up.properties} for one. */
  @FunctionalInterface
  interface Shelf {
    /** Returns the text of the file, or null if there is none. */
    @Nullable Reader open(String file);
  }

  Language {
    mails = Map.copyOf(mails);
  }

  /**
   * Reads the folder of a language, all of it.
   *
   * @throws WordsInvalid if a file or a line of it is missing or is not what it should be
   */
  static Language read(String tag, Shelf shelf, Brand brand) {
    UnaryOperator<String> inFolder = name -> tag + "/" + name;
    WordsFile everyMail = file(inFolder.apply(EVERY_MAIL), shelf);
    String direction = everyMail.plain("direction");
    if (!direction.equals("ltr") && !direction.equals("rtl")) {
      throw new WordsInvalid(inFolder.apply(EVERY_MAIL), "direction", "must be ltr or rtl");
    }
    String contact = contact(everyMail, brand);
    everyMail.end();
    Map<MessageKind, Words> mails = new EnumMap<>(MessageKind.class);
    for (MessageKind kind : MessageKind.values()) {
      mails.put(kind, words(kind, file(inFolder.apply(kind.file()), shelf), brand, contact));
    }
    return new Language(tag, direction, mails);
  }

  /** Both lines are read, so that a mistake in either is found whatever the settings. */
  private static String contact(WordsFile everyMail, Brand brand) {
    String unnamed = everyMail.naming("contact", brand);
    @Nullable String address = brand.supportAddress();
    String named = everyMail.addressing("contact-address", address == null ? "" : address);
    return address == null ? unnamed : named;
  }

  private static Words words(MessageKind kind, WordsFile file, Brand brand, String contact) {
    Words words =
        new Words(
            file.naming("subject", brand),
            file.plain("preheader"),
            file.plain("heading"),
            file.naming("request", brand),
            kind.carriesPassword() ? file.plain("user-name") : null,
            kind.carriesCode() ? file.plain("label") : null,
            kind.carriesCode() ? file.plain("lifetime") : null,
            file.plain("caution"),
            contact);
    file.end();
    return words;
  }

  private static WordsFile file(String name, Shelf shelf) {
    @Nullable Reader text = shelf.open(name);
    if (text == null) {
      throw new WordsInvalid(name, "is missing");
    }
    return new WordsFile(name, text);
  }

  /** Returns what a mail of this kind says. */
  Words words(MessageKind kind) {
    Words words = mails.get(kind);
    if (words == null) {
      throw new IllegalStateException(tag + " has no words for " + kind);
    }
    return words;
  }
}
