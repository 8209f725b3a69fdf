package dev.gatehouse.local.cognito.requests;

import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;

/** The user that an administrator's request names. */
public final class AdminUserRequest {

  private AdminUserRequest() {}

  /** Returns the shape of a request for a user, without members of the operation itself. */
  public static RequestShape.Builder shape() {
    return RequestShape.builder()
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .required("Username", MemberConstraints.USERNAME);
  }

  /** Returns the user pool. */
  public static UserPool pool(UserPools pools, AwsRequest request) {
    return pools.pool(request.text("UserPoolId"));
  }

  /** Returns the user; throws UserNotFoundException if there is none. */
  public static PoolUser user(UserPools pools, AwsRequest request) {
    return pool(pools, request)
        .users()
        .find(request.text("Username"))
        .orElseThrow(CognitoErrors::userDoesNotExist);
  }
}
