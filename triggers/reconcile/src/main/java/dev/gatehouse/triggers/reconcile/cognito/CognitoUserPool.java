package dev.gatehouse.triggers.reconcile.cognito;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.erase.ErasablePool;
import dev.gatehouse.triggers.reconcile.PoolUser;
import dev.gatehouse.triggers.reconcile.UnconfirmedPool;
import dev.gatehouse.triggers.reconcile.UserPool;
import dev.gatehouse.users.CognitoUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** The user pool of Amazon Cognito. */
public final class CognitoUserPool implements UserPool, ErasablePool, UnconfirmedPool {
  /** The largest page that ListUsers returns. */
  private static final int PAGE_SIZE = 60;

  private final CognitoIdentityProviderClient client;
  private final String poolId;

  private CognitoUserPool(CognitoIdentityProviderClient client, String poolId) {
    this.client = client;
    this.poolId = poolId;
  }

  /**
   * Returns the user pool {@code USER_POOL_ID} in the region {@code AWS_REGION}.
   *
   * @throws InvalidSetting if one of the two is missing
   */
  public static CognitoUserPool from(FunctionSettings settings) {
    PoolConnection pool = PoolConnection.from(settings, "the id of the user pool to reconcile");
    return new CognitoUserPool(pool.client(), pool.poolId());
  }

  @Override
  public UserPage listUsers(@Nullable String token) {
    try {
      ListUsersResponse page =
          client.listUsers(list -> list.userPoolId(poolId).limit(PAGE_SIZE).paginationToken(token));
      return new UserPage(page.users().stream().map(this::user).toList(), page.paginationToken());
    } catch (InvalidParameterException refused) {
      // The token is the one parameter that differs between pages.
      throw token == null ? refused : new InvalidToken(refused);
    }
  }

  @Override
  public Optional<CognitoUser> find(String userName) {
    try {
      AdminGetUserResponse user =
          client.adminGetUser(get -> get.userPoolId(poolId).username(userName));
      return Optional.of(
          new CognitoUser(attributes(user.userAttributes()), user.username(), poolId));
    } catch (UserNotFoundException gone) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isUnconfirmed(String userName) {
    try {
      return client
          .adminGetUser(get -> get.userPoolId(poolId).username(userName))
          .userStatus()
          .equals(UserStatusType.UNCONFIRMED);
    } catch (UserNotFoundException gone) {
      return false;
    }
  }

  @Override
  public Optional<PoolUser> findBySub(String sub) {
    // No quote can end the filter: the caller has checked that it is a UUID.
    return client
        .listUsers(list -> list.userPoolId(poolId).filter("sub = \"" + sub + "\""))
        .users()
        .stream()
        .findFirst()
        .map(this::user);
  }

  @Override
  public boolean delete(String userName) {
    try {
      client.adminDeleteUser(delete -> delete.userPoolId(poolId).username(userName));
      return true;
    } catch (UserNotFoundException gone) {
      return false;
    }
  }

  private PoolUser user(UserType user) {
    return new PoolUser(
        user.userStatusAsString(),
        user.userCreateDate(),
        new CognitoUser(attributes(user.attributes()), user.username(), poolId));
  }

  private static Map<String, String> attributes(List<AttributeType> attributes) {
    return attributes.stream()
        .filter(attribute -> attribute.value() != null)
        .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
  }
}
