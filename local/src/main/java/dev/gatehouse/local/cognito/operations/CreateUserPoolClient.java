package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.PoolClient;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.settings.ClientSettings;
import dev.gatehouse.local.cognito.settings.SettingRefused;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.cognito.wire.Shape;
import java.time.Clock;

/** Creates an app client, with a secret if one is wanted. */
record CreateUserPoolClient(UserPools pools, Clock clock) implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .required("UserPoolId", Shape.POOL_ID)
        .required("ClientName", Shape.NAME)
        .optional("GenerateSecret", Shape.FLAG)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    UserPool pool = pools.pool(input.text("UserPoolId"));
    ClientSettings settings = settings(input.json());
    String secret = settings.secret() ? Ids.lowerCase(52) : null;
    PoolClient client = new PoolClient(Ids.lowerCase(26), secret, settings, clock.instant());
    pool.add(client);
    return Json.object("UserPoolClient", Described.client(pool, client));
  }

  private static ClientSettings settings(JsonObject asked) {
    try {
      return ClientSettings.of(asked);
    } catch (SettingRefused e) {
      throw CognitoError.invalidParameter(e.setting() + " " + e.reason() + ".");
    }
  }
}
