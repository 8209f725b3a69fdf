package dev.gatehouse.lambda.settings;

/** A setting of a function that is missing or malformed, thrown when the function starts. */
public final class InvalidSetting extends RuntimeException {
  /** Creates the error for an environment variable, with what it must be. */
  public InvalidSetting(String variable, String expected) {
    super(variable + " " + expected);
  }
}
