package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.CustomAttributes;
import dev.gatehouse.local.cognito.requests.PoolSettings;
import dev.gatehouse.local.cognito.requests.RandomIds;
import dev.gatehouse.local.cognito.requests.UserPoolJson;
import dev.gatehouse.local.cognito.settings.AttributeSchema;
import dev.gatehouse.local.kms.DataKeys;
import java.time.Clock;

/** The operation that creates a user pool, whose triggers may be functions of the plan. */
public record CreateUserPool(UserPools pools, DataKeys keys, Clock clock) implements Operation {
  private static final String REGION = "us-east-1";
  private static final String ARN = "arn:aws:cognito-idp:" + REGION + ":000000000000:userpool/";

  @Override
  public RequestShape shape() {
    return RequestShape.builder().required("PoolName", MemberConstraints.RESOURCE_NAME).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    if (isSet(request, "AliasAttributes") && isSet(request, "UsernameAttributes")) {
      throw CognitoErrors.invalidParameter(
          "Only one of the aliasAttributes or usernameAttributes can be set in a user pool.");
    }
    request.structures("Schema").stream()
        .filter(attribute -> !AttributeSchema.isStandard(attribute.optional("Name").orElse("")))
        .forEach(CustomAttributes::check);
    String id = REGION + "_" + RandomIds.alphanumeric(9);
    UserPool pool = pool(UserPool.Snapshot.empty(id, ARN + id, clock.instant(), request.members()));
    pools.add(pool);
    return Json.object("UserPool", UserPoolJson.of(pool));
  }

  private static boolean isSet(AwsRequest request, String list) {
    return !request.texts(list).isEmpty();
  }

  private UserPool pool(UserPool.Snapshot snapshot) {
    return PoolSettings.apply(
        () -> new UserPool(snapshot, pools.issuers(), pools.entries()).requireUsableKey(keys));
  }
}
