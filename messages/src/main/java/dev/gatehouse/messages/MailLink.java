package dev.gatehouse.messages;

import org.jspecify.annotations.Nullable;

/**
 * The link of a mail to the product: to its sign-in, or to the page {@code /confirm?code=...} that
 * confirms an account.
 *
 * <p>The code is readable in the mail as well: whoever reads the mail on another device types it.
 *
 * @param label the text of the button
 * @param productUrl the address of the product's pages
 * @param confirms whether the link is to the page that confirms an account
 */
record MailLink(String label, String productUrl, boolean confirms) {
  /** Returns the link of a mail, or null if it has none. */
  static @Nullable MailLink of(MessageKind kind, Brand brand, MailCopy copy) {
    @Nullable String product = brand.productUrl();
    @Nullable String label = copy.button();
    return product == null || label == null
        ? null
        : new MailLink(label, product, kind.confirmsAccount());
  }
}
