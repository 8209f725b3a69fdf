package dev.gatehouse.messages;

import java.io.Reader;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A language with the copy of every mail.
 *
 * @param tag the BCP 47 tag of the language, which is the name of its folder
 * @param direction the writing direction, {@code ltr} or {@code rtl}
 */
record Language(String tag, String direction, Map<MessageKind, MailCopy> copies) {
  private static final String EVERY_MAIL = "every-mail.properties";

  /** A source of files by name, for example {@code en/sign-up.properties}. */
  @FunctionalInterface
  interface ResourceLoader {
    /** Returns a reader of the file, or null if there is no such file. */
    @Nullable Reader open(String file);
  }

  Language {
    copies = Map.copyOf(copies);
  }

  /**
   * Returns the language that the files of its folder describe.
   *
   * @throws InvalidMailCopy if a file or a text is missing or malformed
   */
  static Language read(String tag, ResourceLoader loader, Brand brand) {
    UnaryOperator<String> inFolder = name -> tag + "/" + name;
    CopyFile everyMail = file(inFolder.apply(EVERY_MAIL), loader);
    String direction = everyMail.text("direction");
    if (!direction.equals("ltr") && !direction.equals("rtl")) {
      throw new InvalidMailCopy(inFolder.apply(EVERY_MAIL), "direction", "must be ltr or rtl");
    }
    String contact = contact(everyMail, brand);
    everyMail.refuseUnreadKeys();
    Map<MessageKind, MailCopy> copies = new EnumMap<>(MessageKind.class);
    for (MessageKind kind : MessageKind.values()) {
      CopyFile file = file(inFolder.apply(kind.fileName()), loader);
      copies.put(kind, copy(kind, file, brand, contact));
    }
    return new Language(tag, direction, copies);
  }

  /** Reads both texts, so that an error in either is found whatever the settings are. */
  private static String contact(CopyFile everyMail, Brand brand) {
    String withoutAddress = everyMail.textWithProduct("contact", brand);
    @Nullable String address = brand.supportAddress();
    String withAddress =
        everyMail.textWithSupportAddress("contact-address", address == null ? "" : address);
    return address == null ? withoutAddress : withAddress;
  }

  private static MailCopy copy(MessageKind kind, CopyFile file, Brand brand, String contact) {
    MailCopy copy =
        new MailCopy(
            file.textWithProduct("subject", brand),
            file.text("preheader"),
            file.text("heading"),
            file.textWithProduct("request", brand),
            kind.carriesPassword() ? file.text("user-name") : null,
            kind.carriesCode() ? file.text("label") : null,
            kind.carriesCode() ? file.text("lifetime") : null,
            file.text("caution"),
            contact);
    file.refuseUnreadKeys();
    return copy;
  }

  private static CopyFile file(String name, ResourceLoader loader) {
    @Nullable Reader reader = loader.open(name);
    if (reader == null) {
      throw new InvalidMailCopy(name, "is missing");
    }
    return new CopyFile(name, reader);
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
