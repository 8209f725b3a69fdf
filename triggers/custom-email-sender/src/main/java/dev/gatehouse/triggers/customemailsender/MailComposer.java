package dev.gatehouse.triggers.customemailsender;

import dev.gatehouse.messages.Mail;
import dev.gatehouse.messages.MailRenderer;
import dev.gatehouse.messages.MessageKind;
import dev.gatehouse.messages.Placeholders;
import dev.gatehouse.messages.PlainAddress;
import org.jspecify.annotations.Nullable;

/** The composer of a requested mail: decrypts its code and renders it. */
final class MailComposer {
  private final MailRenderer renderer;
  private final EncryptedCodes codes;

  MailComposer(MailRenderer renderer, EncryptedCodes codes) {
    this.renderer = renderer;
    this.codes = codes;
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
    return renderer.render(kind, request.language(), new Placeholders(code, userName));
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
