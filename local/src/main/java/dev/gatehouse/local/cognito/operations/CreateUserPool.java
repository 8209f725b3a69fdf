package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.settings.SettingRefused;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.cognito.wire.Shape;
import dev.gatehouse.local.kms.DataKeys;
import java.time.Clock;

/** Creates a pool, which may call functions of the plan. */
record CreateUserPool(UserPools pools, DataKeys keys, Runnable changed, Clock clock)
    implements Operation {
  private static final String REGION = "us-east-1";
  private static final String ARN = "arn:aws:cognito-idp:" + REGION + ":000000000000:userpool/";

  @Override
  public Shape shape() {
    return Shape.with().required("PoolName", Shape.NAME).shape();
  }

  @Override
  public JsonObject answer(Input input) {
    String id = REGION + "_" + Ids.letters(9);
    UserPool pool = pool(UserPool.Kept.empty(id, ARN + id, clock.instant(), input.json()));
    pools.add(pool);
    changed.run();
    return Json.object("UserPool", Described.pool(pool));
  }

  private UserPool pool(UserPool.Kept asked) {
    try {
      return new UserPool(asked, changed).checked(keys);
    } catch (SettingRefused e) {
      throw CognitoError.invalidParameter(e.setting() + " " + e.reason() + ".");
    }
  }
}
