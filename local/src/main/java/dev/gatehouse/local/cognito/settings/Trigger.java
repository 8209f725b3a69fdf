package dev.gatehouse.local.cognito.settings;

/** The supported Lambda triggers. */
public enum Trigger {
  PRE_SIGN_UP("PreSignUp"),
  CUSTOM_MESSAGE("CustomMessage"),
  CUSTOM_EMAIL_SENDER("CustomEmailSender"),
  POST_CONFIRMATION("PostConfirmation"),
  PRE_AUTHENTICATION("PreAuthentication"),
  POST_AUTHENTICATION("PostAuthentication"),
  PRE_TOKEN_GENERATION("PreTokenGeneration"),
  /** The second version of the trigger, whose errors have this name. */
  PRE_TOKEN_GENERATION_V2("PreTokenGenerationV2_0"),
  USER_MIGRATION("UserMigration"),
  DEFINE_AUTH_CHALLENGE("DefineAuthChallenge"),
  CREATE_AUTH_CHALLENGE("CreateAuthChallenge"),
  VERIFY_AUTH_CHALLENGE_RESPONSE("VerifyAuthChallengeResponse");

  private final String awsName;

  Trigger(String awsName) {
    this.awsName = awsName;
  }

  /** Returns AWS's name, as in errors. */
  public String awsName() {
    return awsName;
  }
}
