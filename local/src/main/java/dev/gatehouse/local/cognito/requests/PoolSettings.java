package dev.gatehouse.local.cognito.requests;

import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.settings.UnsupportedSettingException;
import java.util.function.Supplier;

/** Settings of user pools and app clients that a request gives. */
public final class PoolSettings {

  private PoolSettings() {}

  /** Applies settings; throws InvalidParameterException with the one that is not supported. */
  public static <T> T apply(Supplier<T> settings) {
    try {
      return settings.get();
    } catch (UnsupportedSettingException e) {
      throw CognitoErrors.invalidParameter(e.setting() + " " + e.reason() + ".");
    }
  }
}
