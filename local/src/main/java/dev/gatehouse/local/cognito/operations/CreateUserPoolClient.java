package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPoolClient;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.requests.AppClientRules;
import dev.gatehouse.local.cognito.requests.PoolSettings;
import dev.gatehouse.local.cognito.requests.RandomIds;
import dev.gatehouse.local.cognito.requests.UserPoolClientJson;
import dev.gatehouse.local.cognito.settings.AppClientSettings;
import java.time.Clock;

/** The operation that creates an app client, with a secret on request. */
public record CreateUserPoolClient(UserPools pools, Clock clock) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .required("ClientName", MemberConstraints.RESOURCE_NAME)
        .optional("GenerateSecret", MemberConstraints.FLAG)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    AppClientSettings settings = settings(request.members());
    AppClientRules.check(pool, settings, settings.generateSecret());
    String secret = settings.generateSecret() ? RandomIds.lowerCase(52) : null;
    UserPoolClient client =
        UserPoolClient.create(RandomIds.lowerCase(26), secret, settings, clock.instant());
    pool.add(client);
    return Json.object("UserPoolClient", UserPoolClientJson.of(pool, client));
  }

  private static AppClientSettings settings(JsonObject members) {
    return PoolSettings.apply(() -> AppClientSettings.of(members));
  }
}
