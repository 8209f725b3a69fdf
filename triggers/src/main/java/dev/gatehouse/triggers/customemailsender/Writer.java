package dev.gatehouse.triggers.customemailsender;

import dev.gatehouse.triggers.messages.Inserts;
import dev.gatehouse.triggers.messages.Mail;
import dev.gatehouse.triggers.messages.MessageKind;
import dev.gatehouse.triggers.messages.Messages;
import dev.gatehouse.triggers.messages.PlainAddress;
import org.jspecify.annotations.Nullable;

/** Opens a code and writes the mail around it. */
final class Writer {
  private final Messages messages;
  private final SealedCodes codes;

  Writer(Messages messages, SealedCodes codes) {
    this.messages = messages;
    this.codes = codes;
  }

  /**
   * Writes the mail.
   *
   * @throws MailNotSent if its code is missing or cannot be opened
   */
  Mail write(Delivery delivery) {
    MessageKind kind = delivery.kind();
    @Nullable String code = kind.carriesCode() ? code(delivery) : null;
    @Nullable String userName = kind.carriesPassword() ? userName(delivery.address()) : null;
    return messages.mail(kind, delivery.language(), new Inserts(code, userName));
  }

  /**
   * An administrator wrote it, and it is where the mail goes; what is no plain address stays out.
   */
  private static @Nullable String userName(String address) {
    return PlainAddress.is(address) ? address : null;
  }

  private String code(Delivery delivery) {
    @Nullable String sealed = delivery.sealed();
    if (sealed == null || sealed.isEmpty()) {
      throw new MailNotSent(NotSent.CODE_MISSING);
    }
    String code = codes.open(sealed, delivery.pool());
    return delivery.kind().carriesPassword() ? TemporaryPassword.unescaped(code) : code;
  }
}
