package dev.gatehouse.local.cognito.settings;

import java.time.Duration;

/**
 * The rotation of refresh tokens of an app client.
 *
 * @param gracePeriod how long a replaced refresh token is still accepted
 */
public record RefreshTokenRotation(boolean enabled, Duration gracePeriod) {

  static RefreshTokenRotation of(SettingsReader rotation) {
    rotation.allowOnly("Feature", "ENABLED", "DISABLED");
    RefreshTokenRotation read =
        new RefreshTokenRotation(
            rotation.text("Feature").filter("ENABLED"::equals).isPresent(),
            Duration.ofSeconds(rotation.integer("RetryGracePeriodSeconds", 0, 0, 60)));
    rotation.rejectUnread("is not supported");
    return read;
  }
}
