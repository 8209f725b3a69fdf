package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.settings.MfaConfiguration;

/** The operation that returns the multi-factor authentication of a user pool. */
public record GetUserPoolMfaConfig(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder().required("UserPoolId", MemberConstraints.USER_POOL_ID).build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    return json(pools.pool(request.text("UserPoolId")));
  }

  static JsonObject json(UserPool pool) {
    MfaConfiguration mfa = pool.settings().mfa();
    JsonObject json =
        Json.object("SoftwareTokenMfaConfiguration", Json.object("Enabled", mfa.softwareToken()));
    mfa.email()
        .ifPresent(
            email ->
                json.add(
                    "EmailMfaConfiguration",
                    Json.object("Message", email.message(), "Subject", email.subject())));
    json.addProperty("MfaConfiguration", mfa.mode());
    return json;
  }
}
