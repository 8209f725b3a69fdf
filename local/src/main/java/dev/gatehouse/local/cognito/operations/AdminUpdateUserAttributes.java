package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.triggers.Caller;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;

/** Changes a user's attributes on behalf of an administrator, who may vouch for an address. */
record AdminUpdateUserAttributes(UserPools pools, AttributeChanges changes) implements Operation {

  @Override
  public Shape shape() {
    return AdminUser.shape()
        .required("UserAttributes", Shape.ATTRIBUTES)
        .optional("ClientMetadata", Shape.METADATA)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    UserPool pool = AdminUser.pool(pools, input);
    PoolUser user = AdminUser.find(pools, input);
    Caller caller = Caller.admin(input.map("ClientMetadata"));
    changes.make(pool, user, input.attributes("UserAttributes"), caller);
    return new JsonObject();
  }
}
