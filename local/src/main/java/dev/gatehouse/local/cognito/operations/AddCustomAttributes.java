package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint.Anything;
import dev.gatehouse.local.awsjson.Constraint.ListOf;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.CustomAttributes;
import dev.gatehouse.local.cognito.requests.PoolSettings;
import dev.gatehouse.local.kms.DataKeys;
import java.time.Clock;

/** The operation that adds custom attributes to a user pool, which stay for ever. */
public record AddCustomAttributes(UserPools pools, DataKeys keys, Clock clock)
    implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .required("CustomAttributes", new ListOf(new Anything()))
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    JsonArray schema = new JsonArray();
    for (AwsRequest attribute : request.structures("CustomAttributes")) {
      requireNew(pool, attribute);
      schema.add(attribute.members());
    }
    PoolSettings.apply(
        () -> pool.update(before -> declared(before, schema), keys, clock.instant()));
    return new JsonObject();
  }

  private static void requireNew(UserPool pool, AwsRequest attribute) {
    String name = attribute.optional("Name").orElse("");
    String full = name.startsWith("custom:") ? name : "custom:" + name;
    if (pool.settings().attributes().byName().containsKey(full)) {
      throw CognitoErrors.invalidParameter(
          full + ": Existing attribute already has name " + full + ".");
    }
    CustomAttributes.check(attribute);
    attribute.members().addProperty("Name", full);
  }

  private static JsonObject declared(JsonObject before, JsonArray more) {
    JsonObject declared = before.deepCopy();
    JsonArray schema = declared.get("Schema") instanceof JsonArray given ? given : new JsonArray();
    schema.addAll(more);
    declared.add("Schema", schema);
    return declared;
  }
}
