package dev.gatehouse.pulumi;

import com.pulumi.exceptions.RunException;

/**
 * Says in one sentence what is wrong with a setting; Pulumi prints it without a stack trace and
 * ends with 32.
 */
final class SettingInvalid extends RunException {
  private static final long serialVersionUID = 1L;

  SettingInvalid(String sentence) {
    super(sentence);
  }
}
