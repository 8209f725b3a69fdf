package dev.gatehouse.local.cognito.settings;

/** Names a setting that this machine cannot honour and says why. */
public final class SettingRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String setting;
  private final String reason;

  /** Takes the setting's path as the API spells it, such as {@code LambdaConfig.UserMigration}. */
  public SettingRefused(String setting, String reason) {
    super(setting + ": " + reason);
    this.setting = setting;
    this.reason = reason;
  }

  /** Returns the setting's path as the API spells it. */
  public String setting() {
    return setting;
  }

  /** Returns the reason, a clause without subject. */
  public String reason() {
    return reason;
  }
}
