package dev.gatehouse.triggers.custommessage;

import dev.gatehouse.triggers.SettingInvalid;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the mails of a product.
 *
 * <p>Nothing that a person typed in goes into a mail: a sign-up form would send strangers any text
 * in our name.
 */
final class Messages {
  private static final String PRODUCT_NAME = "PRODUCT_NAME";
  private static final int PRODUCT_LENGTH = 40;

  private final String product;

  private Messages(String product) {
    this.product = product;
    for (MessageKind kind : MessageKind.values()) {
      mail(kind, "{####}");
    }
  }

  /**
   * Reads the name of the product, and writes each mail once to see that it can be.
   *
   * @throws SettingInvalid if the name is missing or no name
   */
  static Messages from(Map<String, String> environment) {
    @Nullable String product = environment.get(PRODUCT_NAME);
    if (product == null || !isName(product)) {
      throw new SettingInvalid(
          PRODUCT_NAME, "must be 1 to 40 visible characters on one line, without braces");
    }
    return new Messages(product);
  }

  private static boolean isName(String product) {
    return product.equals(product.strip())
        && !product.isEmpty()
        && product.length() <= PRODUCT_LENGTH
        && product.indexOf('{') < 0
        && product.indexOf('}') < 0
        && product.chars().noneMatch(Character::isISOControl)
        && Mail.isAccepted(product);
  }

  /** Writes a mail around what Cognito replaces with the code. */
  Mail mail(MessageKind kind, String codeParameter) {
    Words words = EnglishWords.of(kind, product);
    MailPage page = new MailPage("en", "ltr", product, words, codeParameter);
    String body = MailPageRenderer.of().execute(page, new StringBuilder()).toString();
    Mail mail = new Mail(words.subject(), body);
    if (!isOnce(codeParameter, mail.body())) {
      throw new IllegalArgumentException("the code is not in the mail exactly once");
    }
    return mail;
  }

  private static boolean isOnce(String part, String whole) {
    int first = whole.indexOf(part);
    return first >= 0 && first == whole.lastIndexOf(part);
  }
}
