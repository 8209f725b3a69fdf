package dev.gatehouse.api.cognito;

import dev.gatehouse.api.routes.AccountOwner;
import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.users.SecondSignUps;
import dev.gatehouse.users.dynamodb.DynamoDbSecondSignUps;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/** The care for the owners of addresses by operations of administrators. */
public final class CognitoAccountOwner implements AccountOwner {
  private static final String SETTING = "RESET_PASSWORD_AFTER_SECOND_SIGN_UP";

  /** Longer than one of the triggers takes that write the mail. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(6);

  private final CognitoIdentityProviderClient cognito;
  private final String poolId;
  private final SecondSignUps notes;
  private final Clock clock;

  /** Creates it for a pool. */
  public CognitoAccountOwner(
      CognitoIdentityProviderClient cognito, String poolId, SecondSignUps notes, Clock clock) {
    this.cognito = cognito;
    this.poolId = poolId;
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * Returns the care that {@code RESET_PASSWORD_AFTER_SECOND_SIGN_UP} asks for, or none.
   *
   * @throws InvalidSetting if it is malformed, or another setting is missing
   */
  public static AccountOwner from(FunctionSettings settings) {
    return switch (settings.optional(SETTING, "false")) {
      case "false" -> NONE;
      case "true" ->
          new CognitoAccountOwner(
              client(settings.required("AWS_REGION", "the region of the pool")),
              settings.required("USER_POOL_ID", "the id of the user pool"),
              DynamoDbSecondSignUps.from(settings),
              Clock.systemUTC());
      default -> throw new InvalidSetting(SETTING, "must be true or false");
    };
  }

  private static CognitoIdentityProviderClient client(String region) {
    return AwsConnection.shared()
        .of(CognitoIdentityProviderClient.builder(), region, all -> all.apiCallTimeout(TIME_LIMIT))
        .build();
  }

  @Override
  public void signedUpAgain(String username) {
    user(username)
        .filter(user -> user.userStatus() == UserStatusType.UNCONFIRMED)
        .ifPresent(user -> notes.note(user.username(), clock.instant()));
  }

  @Override
  public Optional<String> secondSignUpOf(String username) {
    return user(username).map(AdminGetUserResponse::username).filter(notes::isNoted);
  }

  @Override
  public void resetPassword(String sub) {
    // AdminSetUserPassword would set a password that nobody knows, and sends no mail.
    cognito.adminResetUserPassword(reset -> reset.userPoolId(poolId).username(sub));
    notes.remove(sub);
  }

  private Optional<AdminGetUserResponse> user(String username) {
    try {
      return Optional.of(cognito.adminGetUser(get -> get.userPoolId(poolId).username(username)));
    } catch (UserNotFoundException unknown) {
      return Optional.empty();
    }
  }
}
