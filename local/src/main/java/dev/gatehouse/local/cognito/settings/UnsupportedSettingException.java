package dev.gatehouse.local.cognito.settings;

/** A setting that the local emulator does not support. */
public final class UnsupportedSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String setting;
  private final String reason;

  /**
   * Creates the exception for a setting's path in the API, such as {@code
   * LambdaConfig.UserMigration}.
   */
  public UnsupportedSettingException(String setting, String reason) {
    super(setting + ": " + reason);
    this.setting = setting;
    this.reason = reason;
  }

  /** Returns the setting's path in the API. */
  public String setting() {
    return setting;
  }

  /** Returns the reason, a sentence without its subject. */
  public String reason() {
    return reason;
  }
}
