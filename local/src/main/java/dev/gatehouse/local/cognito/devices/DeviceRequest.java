package dev.gatehouse.local.cognito.devices;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint;
import dev.gatehouse.local.awsjson.Constraint.OneOf;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Constraint.Whole;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.Device;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.Pagination;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** The requests for devices, by their user or by an administrator, and their results. */
public final class DeviceRequest {
  /** The constraint on a device key. */
  public static final Constraint KEY =
      new Text(1, 55, Pattern.compile("[\\w-]+_[0-9a-f-]+"), false);

  private static final String REMEMBERED = "remembered";

  /** The address of every client of the local emulator. */
  private static final String ADDRESS = "127.0.0.1";

  private DeviceRequest() {}

  /** Adds the member that names a device. */
  public static RequestShape.Builder withKey(RequestShape.Builder shape) {
    return shape.required("DeviceKey", KEY);
  }

  /** Adds the members of UpdateDeviceStatus. */
  public static RequestShape.Builder withStatus(RequestShape.Builder shape) {
    return withKey(shape)
        .optional("DeviceRememberedStatus", new OneOf(List.of(REMEMBERED, "not_remembered")));
  }

  /** Adds the members of ListDevices. */
  public static RequestShape.Builder withPage(RequestShape.Builder shape) {
    return shape
        .optional("Limit", new Whole(0, Pagination.MAX_SIZE))
        .optional("PaginationToken", MemberConstraints.PAGINATION_TOKEN);
  }

  /** Returns the device of a request; throws ResourceNotFoundException if there is none. */
  public static JsonObject get(UserPool pool, PoolUser user, AwsRequest request) {
    return Json.object("Device", json(pool, user, find(user, request)));
  }

  /** Returns a page of a user's devices. */
  public static JsonObject list(UserPool pool, PoolUser user, AwsRequest request) {
    int limit = request.number("Limit").orElse(0);
    return Pagination.fromToken(
            request.optional("PaginationToken"), limit == 0 ? Pagination.MAX_SIZE : limit)
        .page(user.devices(), device -> json(pool, user, device), "Devices", "PaginationToken");
  }

  /** Remembers a device or not; throws ResourceNotFoundException if there is none. */
  public static JsonObject updateStatus(
      UserPool pool, PoolUser user, AwsRequest request, Instant now) {
    Device device = find(user, request);
    boolean remembered =
        request
            .optional("DeviceRememberedStatus")
            .map(REMEMBERED::equals)
            .orElse(device.remembered());
    pool.users()
        .update(
            user.username(),
            current ->
                current
                    .device(device.key())
                    .map(found -> current.with(found.withRemembered(remembered, now)))
                    .orElse(current));
    return new JsonObject();
  }

  /** Removes a device; throws ResourceNotFoundException if there is none. */
  public static void forget(UserPool pool, PoolUser user, AwsRequest request) {
    Device device = find(user, request);
    pool.users().update(user.username(), current -> current.withoutDevice(device.key()));
  }

  /** Returns the error for a device that the user has not confirmed. */
  public static AwsException doesNotExist() {
    return new AwsException("ResourceNotFoundException", "Device does not exist.");
  }

  private static Device find(PoolUser user, AwsRequest request) {
    return user.device(request.text("DeviceKey")).orElseThrow(DeviceRequest::doesNotExist);
  }

  private static JsonObject json(UserPool pool, PoolUser user, Device device) {
    return Json.object(
        "DeviceKey", device.key(),
        "DeviceAttributes", attributes(pool, user, device),
        "DeviceCreateDate", Json.epochSeconds(device.created()),
        "DeviceLastModifiedDate", Json.epochSeconds(device.modified()),
        "DeviceLastAuthenticatedDate", Json.epochSeconds(device.authenticated()));
  }

  private static JsonArray attributes(UserPool pool, PoolUser user, Device device) {
    String owner = user.username() + "." + pool.id();
    String arn = pool.arn().replaceAll(":userpool/.*", ":owner/") + owner + "/device/";
    JsonArray attributes = new JsonArray();
    attributes.add(attribute("device_status", "valid"));
    if (device.name() != null) {
      attributes.add(attribute("device_name", device.name()));
    }
    attributes.add(attribute("dev:device_arn", arn + device.key()));
    attributes.add(attribute("dev:device_owner", owner));
    attributes.add(attribute("last_ip_used", ADDRESS));
    attributes.add(
        attribute(
            "dev:device_remembered_status", device.remembered() ? REMEMBERED : "not_remembered"));
    attributes.add(attribute("dev:device_sdk", "aws-sdk-unknown-unknown"));
    return attributes;
  }

  private static JsonObject attribute(String name, String value) {
    return Json.object("Name", name, "Value", value);
  }
}
