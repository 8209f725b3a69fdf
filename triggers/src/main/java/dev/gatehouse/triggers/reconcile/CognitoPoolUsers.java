package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.functions.AwsConnection;
import dev.gatehouse.triggers.SettingInvalid;
import dev.gatehouse.triggers.postconfirmation.ConfirmedUser;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** Lists the users of a Cognito user pool. */
final class CognitoPoolUsers implements PoolUsers {
  private static final int LONGEST_PAGE = 60;

  /** Less than what is left when a run stops, so that a page that never comes ends no function. */
  private static final Duration CALL = Duration.ofSeconds(12);

  private static final Duration ATTEMPT = Duration.ofSeconds(4);

  /** The SDK waits longer each time; ListUsers is throttled for the whole account. */
  private static final int ATTEMPTS = 6;

  private final CognitoIdentityProviderClient client;
  private final String poolId;

  private CognitoPoolUsers(CognitoIdentityProviderClient client, String poolId) {
    this.client = client;
    this.poolId = poolId;
  }

  /**
   * Connects to the pool that {@code USER_POOL_ID} names, in the region that {@code AWS_REGION}
   * names.
   *
   * @throws SettingInvalid if one of the two is missing
   */
  static CognitoPoolUsers from(Map<String, String> environment) {
    String poolId = setting(environment, "USER_POOL_ID", "it is the pool whose users are copied");
    String region = setting(environment, "AWS_REGION", "it is the region of that pool");
    CognitoIdentityProviderClient client =
        AwsConnection.shared()
            .of(
                CognitoIdentityProviderClient.builder(),
                region,
                all ->
                    all.apiCallTimeout(CALL)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)))
            .build();
    return new CognitoPoolUsers(client, poolId);
  }

  @Override
  public Page page(@Nullable String token) {
    ListUsersResponse page =
        client.listUsers(
            list -> list.userPoolId(poolId).limit(LONGEST_PAGE).paginationToken(token));
    return new Page(page.users().stream().map(this::user).toList(), page.paginationToken());
  }

  private PoolUser user(UserType user) {
    Map<String, String> attributes =
        user.attributes().stream()
            .filter(attribute -> attribute.value() != null)
            .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
    return new PoolUser(
        user.userStatusAsString(),
        user.userCreateDate(),
        new ConfirmedUser(attributes, user.username(), poolId));
  }

  private static String setting(Map<String, String> environment, String name, String meaning) {
    @Nullable String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new SettingInvalid(name, "is not set: " + meaning);
    }
    return value;
  }
}
