package dev.gatehouse.users.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The tombstone of an erased user: an item of the users table whose key is no {@code sub}, so that
 * no reader of a user's row finds it. DynamoDB deletes it after its time to live.
 */
final class Tombstone {
  /**
   * Longer than any copy of the user lives from which somebody may write the row again: a message
   * in the dead-letter queue 14 days, an export of the pool at most 30 and what S3 takes to delete
   * it, a backup of the table 35.
   */
  static final Duration TIME_TO_LIVE = Duration.ofDays(45);

  /** The attribute by which DynamoDB deletes items of this table, be it a tombstone or a note. */
  static final String EXPIRY = "tombstoneExpiresAt";

  private static final String PREFIX = "erased#";

  private Tombstone() {}

  /** Returns the key of the tombstone of a user. */
  static Map<String, AttributeValue> key(String sub) {
    return Map.of(UserRow.SUB, AttributeValue.fromS(PREFIX + sub));
  }

  /** Returns the item; no row of a user has an attribute of the name of its expiry. */
  static Map<String, AttributeValue> of(String sub, Instant now) {
    return Map.of(
        UserRow.SUB,
        AttributeValue.fromS(PREFIX + sub),
        "erasedAt",
        AttributeValue.fromS(now.toString()),
        EXPIRY,
        AttributeValue.fromN(Long.toString(now.plus(TIME_TO_LIVE).getEpochSecond())));
  }
}
