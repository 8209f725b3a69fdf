package dev.gatehouse.pulumi.settings;

import com.pulumi.exceptions.RunException;

/**
 * An invalid setting, described in one sentence. Pulumi prints the sentence without a stack trace
 * and exits with 32.
 */
public final class SettingInvalid extends RunException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with this sentence. */
  public SettingInvalid(String sentence) {
    super(sentence);
  }
}
