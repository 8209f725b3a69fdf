package dev.gatehouse.emailrules;

/**
 * A setting of the rules that is malformed or retired.
 *
 * <p>The message is the name of the setting and the reason. It never contains the value, which may
 * be an address.
 */
public final class InvalidRuleSetting extends IllegalArgumentException {
  private final String setting;
  private final String value;
  private final String reason;

  InvalidRuleSetting(String setting, String value, String reason) {
    super(setting + " " + reason);
    this.setting = setting;
    this.value = value;
    this.reason = reason;
  }

  /** Returns the name of the setting, which {@link EmailRuleSetting} has unless it is retired. */
  public String setting() {
    return setting;
  }

  /** Returns the invalid value, which must not be logged: it may contain an address. */
  public String value() {
    return value;
  }

  /** Returns what is wrong, without the name of the setting: "must be off, log or reject". */
  public String reason() {
    return reason;
  }
}
