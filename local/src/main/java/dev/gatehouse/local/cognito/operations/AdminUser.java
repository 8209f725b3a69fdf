package dev.gatehouse.local.cognito.operations;

import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;

/** Finds the user that an administrator means. */
final class AdminUser {

  private AdminUser() {}

  /** Returns the members that name a user, for an operation to add its own. */
  static Shape.Builder shape() {
    return Shape.with().required("UserPoolId", Shape.POOL_ID).required("Username", Shape.USERNAME);
  }

  /** Returns the pool that is meant. */
  static UserPool pool(UserPools pools, Input input) {
    return pools.pool(input.text("UserPoolId"));
  }

  /** Returns the user who is meant, or throws UserNotFoundException. */
  static PoolUser find(UserPools pools, Input input) {
    return pool(pools, input)
        .users()
        .find(input.text("Username"))
        .orElseThrow(CognitoError::userDoesNotExist);
  }
}
