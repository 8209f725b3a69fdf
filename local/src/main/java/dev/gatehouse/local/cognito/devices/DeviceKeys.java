package dev.gatehouse.local.cognito.devices;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.srp.SrpVerifier.Identity;
import java.util.Base64;
import java.util.UUID;

/** The keys of devices and the group keys that belong to them. */
public final class DeviceKeys {
  private static final int GROUP_KEY_LENGTH = 8;

  private DeviceKeys() {}

  /** Returns a new device key. */
  public static String create(UserPool pool) {
    return pool.region() + "_" + UUID.randomUUID();
  }

  /** Returns the NewDeviceMetadata of a device key. */
  public static JsonObject metadata(UserPool pool, String deviceKey) {
    return Json.object("DeviceKey", deviceKey, "DeviceGroupKey", groupKey(pool, deviceKey));
  }

  /** Returns the identity that SRP binds a device's password to. */
  public static Identity identity(UserPool pool, String deviceKey) {
    return new Identity(groupKey(pool, deviceKey), deviceKey);
  }

  /** Returns the group key, which is derived from the device key and so need not be stored. */
  private static String groupKey(UserPool pool, String deviceKey) {
    byte[] mac = pool.keys().mac("device group " + deviceKey);
    String text = Base64.getEncoder().encodeToString(mac).replaceAll("[^A-Za-z0-9]", "0");
    return "-" + text.substring(0, GROUP_KEY_LENGTH);
  }
}
