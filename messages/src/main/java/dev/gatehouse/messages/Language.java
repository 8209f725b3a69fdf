package dev.gatehouse.messages;

import dev.gatehouse.messages.copy.CopyFile;
import dev.gatehouse.messages.copy.CopyLoader;
import dev.gatehouse.messages.copy.CopyMistakes;
import dev.gatehouse.messages.copy.InvalidMailCopy;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A language with the copy of every mail.
 *
 * @param tag the BCP 47 tag of the language, which is the name of its folder
 * @param direction the writing direction, {@code ltr} or {@code rtl}
 */
record Language(String tag, String direction, Map<MessageKind, MailCopy> copies) {
  /** The file of the lines that every mail has. */
  static final String EVERY_MAIL = "every-mail.properties";

  Language {
    copies = Map.copyOf(copies);
  }

  /**
   * Returns the language that the files of its folder describe.
   *
   * @throws InvalidMailCopy if a file or a text is missing or malformed, with all mistakes
   */
  static Language read(String tag, CopyLoader loader, Brand brand) {
    CopyMistakes mistakes = new CopyMistakes();
    Language language = read(tag, loader, brand, mistakes);
    mistakes.refuse();
    return language;
  }

  /** Returns the language, in which texts with mistakes are empty, and adds the mistakes. */
  static Language read(String tag, CopyLoader loader, Brand brand, CopyMistakes mistakes) {
    CopyFile everyMail = loader.read(tag + "/" + EVERY_MAIL, mistakes);
    String direction = everyMail.text("direction");
    if (!direction.isEmpty() && !direction.equals("ltr") && !direction.equals("rtl")) {
      everyMail.mistake("direction", "must be ltr or rtl");
    }
    CommonCopy common = CommonCopy.read(everyMail, brand);
    everyMail.refuseUnreadKeys();
    Map<MessageKind, MailCopy> copies = new EnumMap<>(MessageKind.class);
    for (MessageKind kind : MessageKind.values()) {
      CopyFile file = loader.read(tag + "/" + kind.fileName(), mistakes);
      copies.put(kind, copy(kind, file, brand, common));
    }
    return new Language(tag, direction, copies);
  }

  /** The lines of every mail. */
  private record CommonCopy(String requestedAt, String happenedAt, String contact) {

    /** Reads both lines about support, so that a mistake is found whatever the settings are. */
    static CommonCopy read(CopyFile file, Brand brand) {
      @Nullable String address = brand.supportAddress();
      String contact = file.filled("contact", CopyFile.PRODUCT, brand.product());
      String contactAddress =
          file.filled("contact-address", CopyFile.SUPPORT, address == null ? "" : address);
      return new CommonCopy(
          file.textWith("requested-at", CopyFile.TIME),
          file.textWith("happened-at", CopyFile.TIME),
          address == null ? contact : contactAddress);
    }

    @Nullable String time(MessageKind kind) {
      return switch (kind.cause()) {
        case REQUEST -> requestedAt;
        case EVENT -> happenedAt;
        case ADMINISTRATOR -> null;
      };
    }
  }

  private static MailCopy copy(MessageKind kind, CopyFile file, Brand brand, CommonCopy common) {
    MailCopy copy =
        new MailCopy(
            file.filled("subject", CopyFile.PRODUCT, brand.product()),
            file.text("preheader"),
            file.text("heading"),
            file.filled("request", CopyFile.PRODUCT, brand.product()),
            kind.carriesPassword() ? file.text("user-name") : null,
            kind.carriesCode() ? file.text("label") : null,
            kind.carriesCode() ? file.text("lifetime") : null,
            kind.hasLink() ? file.text("button") : null,
            file.text("caution"),
            common.time(kind),
            common.contact());
    file.refuseUnreadKeys();
    return copy;
  }

  /** Returns the copy of a kind of mail. */
  MailCopy copy(MessageKind kind) {
    MailCopy copy = copies.get(kind);
    if (copy == null) {
      throw new IllegalStateException(tag + " has no copy for " + kind);
    }
    return copy;
  }
}
