package dev.gatehouse.local.cognito.settings;

/** Is one of the triggers that a pool on this machine calls. */
public enum Trigger {
  PRE_SIGN_UP("PreSignUp"),
  CUSTOM_MESSAGE("CustomMessage"),
  CUSTOM_EMAIL_SENDER("CustomEmailSender"),
  POST_CONFIRMATION("PostConfirmation");

  private final String awsName;

  Trigger(String awsName) {
    this.awsName = awsName;
  }

  /** Returns AWS's name for it, which is its key in LambdaConfig. */
  public String awsName() {
    return awsName;
  }
}
