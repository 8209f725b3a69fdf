package dev.gatehouse.triggers.poolexport.cognito;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.poolexport.ExportPool;
import dev.gatehouse.triggers.reconcile.cognito.PoolConnection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListGroupsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersInGroupResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** The user pool of Amazon Cognito. */
public final class CognitoExportPool implements ExportPool {
  /** The largest page of each of the three lists. */
  private static final int PAGE_SIZE = 60;

  private final CognitoIdentityProviderClient client;
  private final String poolId;

  private CognitoExportPool(CognitoIdentityProviderClient client, String poolId) {
    this.client = client;
    this.poolId = poolId;
  }

  /**
   * Returns the user pool {@code USER_POOL_ID} in the region {@code AWS_REGION}.
   *
   * @throws InvalidSetting if one of the two is missing
   */
  public static CognitoExportPool from(FunctionSettings settings) {
    PoolConnection pool = PoolConnection.from(settings, "the id of the user pool to export");
    return new CognitoExportPool(pool.client(), pool.poolId());
  }

  @Override
  public String id() {
    return poolId;
  }

  @Override
  public Page<ListedUser> listUsers(@Nullable String token) {
    ListUsersResponse page =
        page(
            token,
            () ->
                client.listUsers(
                    list -> list.userPoolId(poolId).limit(PAGE_SIZE).paginationToken(token)));
    return new Page<>(
        page.users().stream().map(CognitoExportPool::user).toList(), page.paginationToken());
  }

  @Override
  public Page<ListedGroup> listGroups(@Nullable String token) {
    ListGroupsResponse page =
        page(
            token,
            () ->
                client.listGroups(
                    list -> list.userPoolId(poolId).limit(PAGE_SIZE).nextToken(token)));
    return new Page<>(
        page.groups().stream().map(CognitoExportPool::group).toList(), page.nextToken());
  }

  @Override
  public Page<String> listUsersInGroup(String group, @Nullable String token) {
    try {
      ListUsersInGroupResponse page =
          page(
              token,
              () ->
                  client.listUsersInGroup(
                      list ->
                          list.userPoolId(poolId)
                              .groupName(group)
                              .limit(PAGE_SIZE)
                              .nextToken(token)));
      return new Page<>(page.users().stream().map(UserType::username).toList(), page.nextToken());
    } catch (ResourceNotFoundException deleted) {
      return new Page<>(List.of(), null);
    }
  }

  /** The token is the one parameter that differs between pages. */
  private static <T> T page(@Nullable String token, Supplier<T> call) {
    try {
      return call.get();
    } catch (InvalidParameterException refused) {
      throw token == null ? refused : new InvalidToken(refused);
    }
  }

  private static ListedUser user(UserType user) {
    return new ListedUser(
        user.username(),
        user.userStatusAsString(),
        !Boolean.FALSE.equals(user.enabled()),
        user.userCreateDate(),
        user.userLastModifiedDate() == null ? user.userCreateDate() : user.userLastModifiedDate(),
        user.attributes().stream()
            .filter(attribute -> attribute.value() != null)
            .collect(Collectors.toMap(AttributeType::name, AttributeType::value)));
  }

  private static ListedGroup group(GroupType group) {
    return new ListedGroup(
        group.groupName(), group.description(), group.precedence(), group.roleArn());
  }
}
