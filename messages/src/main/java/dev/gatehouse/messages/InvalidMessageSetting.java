package dev.gatehouse.messages;

/**
 * A setting of the e-mails that is missing or malformed.
 *
 * <p>The message begins with the name of the setting. Callers know where the setting comes from and
 * may put their own prefix before it.
 */
public final class InvalidMessageSetting extends IllegalArgumentException {
  private final String setting;

  /** Creates the error for a setting, with what it must be. */
  InvalidMessageSetting(String setting, String reason) {
    super(setting + " " + reason);
    this.setting = setting;
  }

  /** Returns the name of the setting, {@code PRODUCT_NAME} for example. */
  public String setting() {
    return setting;
  }
}
