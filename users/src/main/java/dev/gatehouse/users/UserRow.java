package dev.gatehouse.users;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes a user as a row, and reads one.
 *
 * <p>By hand: a schema of the enhanced client loads a converter for every type that it knows, which
 * is a tenth of what a cold start of post confirmation takes.
 */
final class UserRow {
  static final String SUB = "sub";
  static final String VERSION = "version";

  /** Every attribute but the key. */
  static final List<String> DETAILS =
      List.of(
          "email",
          "emailVerified",
          "locale",
          "givenName",
          "familyName",
          "createdAt",
          "confirmedAt",
          "updatedAt",
          "userName",
          "userPoolId",
          VERSION);

  private UserRow() {}

  /** Returns the row; what the user has not is not in it. */
  static Map<String, AttributeValue> of(User user) {
    Map<String, AttributeValue> row = new HashMap<>();
    put(row, SUB, user.sub());
    put(row, "email", user.email());
    row.put("emailVerified", AttributeValue.fromBool(user.emailVerified()));
    put(row, "locale", user.locale());
    put(row, "givenName", user.givenName());
    put(row, "familyName", user.familyName());
    put(row, "createdAt", user.createdAt().toString());
    put(row, "confirmedAt", user.confirmedAt().toString());
    put(row, "updatedAt", user.updatedAt().toString());
    put(row, "userName", user.userName());
    put(row, "userPoolId", user.userPoolId());
    row.put(VERSION, AttributeValue.fromN(Long.toString(user.version())));
    return row;
  }

  /** Returns the user of a row. */
  static User user(Map<String, AttributeValue> row) {
    return new User(
        text(row, SUB),
        text(row, "email"),
        value(row, "emailVerified").bool(),
        optionalText(row, "locale"),
        optionalText(row, "givenName"),
        optionalText(row, "familyName"),
        Instant.parse(text(row, "createdAt")),
        Instant.parse(text(row, "confirmedAt")),
        Instant.parse(text(row, "updatedAt")),
        text(row, "userName"),
        text(row, "userPoolId"),
        Long.parseLong(value(row, VERSION).n()));
  }

  private static void put(
      Map<String, AttributeValue> row, String attribute, @Nullable String text) {
    if (text != null) {
      row.put(attribute, AttributeValue.fromS(text));
    }
  }

  private static String text(Map<String, AttributeValue> row, String attribute) {
    return Objects.requireNonNull(value(row, attribute).s(), attribute);
  }

  private static @Nullable String optionalText(Map<String, AttributeValue> row, String attribute) {
    @Nullable AttributeValue value = row.get(attribute);
    return value == null ? null : value.s();
  }

  private static AttributeValue value(Map<String, AttributeValue> row, String attribute) {
    return Objects.requireNonNull(row.get(attribute), attribute);
  }
}
