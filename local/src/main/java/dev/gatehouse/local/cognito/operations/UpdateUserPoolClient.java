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
import dev.gatehouse.local.cognito.requests.UserPoolClientJson;
import dev.gatehouse.local.cognito.settings.AppClientSettings;
import java.time.Clock;

/** The operation that replaces the settings of an app client; one that is not given is reset. */
public record UpdateUserPoolClient(UserPools pools, Clock clock) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .required("ClientId", MemberConstraints.CLIENT_ID)
        .optional("ClientName", MemberConstraints.RESOURCE_NAME)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    UserPool pool = pools.pool(request.text("UserPoolId"));
    UserPoolClient before = pool.appClient(request.text("ClientId")).client();
    JsonObject declared = request.members().deepCopy();
    declared.remove("ClientId");
    if (!declared.has("ClientName")) {
      declared.addProperty("ClientName", before.settings().name());
    }
    AppClientSettings settings = PoolSettings.apply(() -> AppClientSettings.of(declared));
    AppClientRules.check(pool, settings, before.secret() != null);
    UserPoolClient client = before.with(settings, clock.instant());
    pool.add(client);
    return Json.object("UserPoolClient", UserPoolClientJson.of(pool, client));
  }
}
