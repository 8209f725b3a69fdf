package dev.gatehouse.users.dynamodb;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.UserErasure;
import dev.gatehouse.users.s3.S3PictureStore;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The erasure of users in DynamoDB tables. */
public final class DynamoDbUserErasure {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

  private DynamoDbUserErasure() {}

  /**
   * Returns an erasure in the tables that the settings name, with one client for both.
   *
   * @throws InvalidSetting if a setting is missing
   */
  public static UserErasure from(FunctionSettings settings) {
    DynamoDbClient client = DynamoDbConnection.from(settings, TIME_LIMIT);
    return new UserErasure(
        DynamoDbUsers.from(settings, client),
        MailboxClaims.in(DynamoDbMailboxes.from(settings, client)),
        S3PictureStore.erasable(settings));
  }

  /** Returns an erasure for priming, whose tables take no writes and keep no connection. */
  public static UserErasure forPriming(FunctionSettings settings) {
    return new UserErasure(
        DynamoDbUsers.forPriming(settings),
        MailboxClaims.in(DynamoDbMailboxes.forPriming(settings, TIME_LIMIT)));
  }
}
