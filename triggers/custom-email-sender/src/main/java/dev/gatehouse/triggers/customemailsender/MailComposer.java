package dev.gatehouse.triggers.customemailsender;

import dev.gatehouse.messages.Mail;
import dev.gatehouse.messages.MailRenderer;
import dev.gatehouse.messages.MessageKind;
import dev.gatehouse.messages.Placeholders;
import dev.gatehouse.messages.PlainAddress;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The composer of a requested mail: decrypts its code and renders it. */
final class MailComposer {
  private final MailRenderer renderer;
  private final EncryptedCodes codes;
  private final Clock clock;
  private final boolean codeInSubject;

  MailComposer(MailRenderer renderer, EncryptedCodes codes, Clock clock, boolean codeInSubject) {
    this.renderer = renderer;
    this.codes = codes;
    this.clock = clock;
    this.codeInSubject = codeInSubject;
  }

  /**
   * Returns the mail.
   *
   * @throws MailNotSent if its code is missing or cannot be decrypted
   */
  Mail compose(MailRequest request) {
    MessageKind kind = request.kind();
    @Nullable String code = kind.carriesCode() ? code(request) : null;
    @Nullable String userName = kind.carriesPassword() ? userName(request.address()) : null;
    Placeholders placeholders = new Placeholders(code, userName, clock.instant());
    Mail mail = renderer.render(kind, request.language(), placeholders);
    return codeInSubject && code != null && !kind.carriesPassword()
        ? mail.withCodeInSubject(code)
        : mail;
  }

  /**
   * Returns the address that the user signs in with. Only an administrator creates an invitation,
   * and only a plain address is shown, since a quoted local part may contain any text.
   */
  private static @Nullable String userName(String address) {
    return PlainAddress.matches(address) ? address : null;
  }

  private String code(MailRequest request) {
    @Nullable String encryptedCode = request.encryptedCode();
    if (encryptedCode == null || encryptedCode.isEmpty()) {
      throw new MailNotSent(SendFailure.CODE_MISSING);
    }
    String code = codes.decrypt(encryptedCode, request.userPoolId());
    return request.kind().carriesPassword() ? TemporaryPassword.unescape(code) : code;
  }
}
