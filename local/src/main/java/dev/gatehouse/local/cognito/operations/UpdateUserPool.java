package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.PoolSettings;
import dev.gatehouse.local.kms.DataKeys;
import java.time.Clock;
import java.util.List;

/** The operation that replaces the settings of a user pool; one that is not given is reset. */
public record UpdateUserPool(UserPools pools, DataKeys keys, Clock clock) implements Operation {
  private static final List<String> CREATED_FOR_EVER =
      List.of("Schema", "UsernameAttributes", "AliasAttributes", "UsernameConfiguration");
  private static final List<String> KEPT = List.of("PoolName", "UserPoolTier", "UserPoolTags");
  private static final List<String> FACTORS =
      List.of("SoftwareTokenMfaConfiguration", "EmailMfaConfiguration");

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .optional("PoolName", MemberConstraints.RESOURCE_NAME)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    PoolSettings.apply(
        () -> pool.update(before -> declared(before, request.members()), keys, clock.instant()));
    return new JsonObject();
  }

  private static JsonObject declared(JsonObject before, JsonObject request) {
    JsonObject declared = request.deepCopy();
    declared.remove("UserPoolId");
    CREATED_FOR_EVER.forEach(name -> keep(before, declared, name));
    KEPT.stream().filter(name -> !declared.has(name)).forEach(n -> keep(before, declared, n));
    if (declared.has("MfaConfiguration")
        && !declared.get("MfaConfiguration").toString().equals("\"OFF\"")) {
      FACTORS.forEach(name -> keep(before, declared, name));
    }
    return declared;
  }

  private static void keep(JsonObject before, JsonObject declared, String name) {
    if (before.has(name)) {
      declared.add(name, before.get(name));
    }
  }
}
