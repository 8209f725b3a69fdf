package dev.gatehouse.users.dynamodb;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.UserCopies;
import java.time.Duration;

/** Copies of confirmed users in DynamoDB tables. */
public final class DynamoDbUserCopies {
  /** Time limit of a claim before a snapshot, when no client waits. */
  private static final Duration PRIMING_CLAIM = Duration.ofSeconds(3);

  private DynamoDbUserCopies() {}

  /**
   * Returns copies in the tables that the settings name.
   *
   * @param row time limit of writing the row
   * @param claim time limit of claiming the mailbox
   * @throws InvalidSetting if a setting is missing
   */
  public static UserCopies from(FunctionSettings settings, Duration row, Duration claim) {
    return new UserCopies(
        DynamoDbUsers.from(settings, row),
        MailboxClaims.from(settings, () -> DynamoDbMailboxes.from(settings, claim)));
  }

  /** Returns copies that call the same tables and write nothing. */
  public static UserCopies forPriming(FunctionSettings settings) {
    return new UserCopies(
        DynamoDbUsers.forPriming(settings),
        MailboxClaims.from(settings, () -> DynamoDbMailboxes.forPriming(settings, PRIMING_CLAIM)));
  }
}
