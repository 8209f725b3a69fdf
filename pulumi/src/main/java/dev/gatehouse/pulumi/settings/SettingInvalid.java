package dev.gatehouse.pulumi.settings;

import com.pulumi.exceptions.RunException;

/**
 * Says in one sentence what is wrong with a setting; Pulumi prints it without a stack trace and
 * ends with 32.
 */
public final class SettingInvalid extends RunException {
  private static final long serialVersionUID = 1L;

  /** Takes the sentence a person reads. */
  public SettingInvalid(String sentence) {
    super(sentence);
  }
}
