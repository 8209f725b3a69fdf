package dev.gatehouse.local.cognito.settings;

import java.util.Optional;

/**
 * The tracking of devices in a user pool.
 *
 * @param replacesMfa whether a remembered device signs in without a second factor
 * @param onlyOnUserPrompt whether a device is remembered only after UpdateDeviceStatus
 */
public record DeviceConfiguration(boolean replacesMfa, boolean onlyOnUserPrompt) {

  /** Reads DeviceConfiguration; an empty Optional means that devices are not tracked. */
  static Optional<DeviceConfiguration> of(SettingsReader pool) {
    if (!pool.has("DeviceConfiguration")) {
      return Optional.empty();
    }
    SettingsReader devices = pool.object("DeviceConfiguration");
    DeviceConfiguration read =
        new DeviceConfiguration(
            devices.flag("ChallengeRequiredOnNewDevice", false),
            devices.flag("DeviceOnlyRememberedOnUserPrompt", false));
    devices.rejectUnread("is not supported");
    return Optional.of(read);
  }
}
