package dev.gatehouse.triggers;

/** Stops a function at its start: a setting is missing or is not what was expected. */
public final class SettingInvalid extends RuntimeException {
  /** Names the environment variable and says what it expects. */
  public SettingInvalid(String variable, String expected) {
    super(variable + " " + expected);
  }
}
