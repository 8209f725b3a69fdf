package dev.gatehouse.local.cognito.settings;

/** The supported Lambda triggers. */
public enum Trigger {
  PRE_SIGN_UP("PreSignUp"),
  CUSTOM_MESSAGE("CustomMessage"),
  CUSTOM_EMAIL_SENDER("CustomEmailSender"),
  POST_CONFIRMATION("PostConfirmation");

  private final String awsName;

  Trigger(String awsName) {
    this.awsName = awsName;
  }

  /** Returns AWS's name, which is the key in LambdaConfig. */
  public String awsName() {
    return awsName;
  }
}
