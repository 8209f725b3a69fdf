package dev.gatehouse.triggers.presignup;

/**
 * Names why a sign-up was refused: the code is for programs, the sentence for people.
 *
 * <p>Cognito shows both to a stranger and puts a full stop after them, so no sentence ends in one,
 * none repeats what was typed in, and none says which list or entry spoke.
 */
enum RefusalCode {
  EMAIL_REQUIRED("Enter an email address"),
  EMAIL_INVALID("Enter a valid email address"),
  EMAIL_UNSUPPORTED("Use an email address without special or accented letters"),
  EMAIL_NOT_ALLOWED("This email address cannot be used to sign up"),
  INTERNAL("Sign-up is not available right now. Try again later");

  private final String sentence;

  RefusalCode(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
