package dev.gatehouse.users.dynamodb;

import dev.gatehouse.users.ProfileAttribute;
import dev.gatehouse.users.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The conversion between a user and a row of the users table.
 *
 * <p>Written by hand: a schema of the enhanced client loads a converter for every type that it
 * knows, which takes a tenth of the cold start of PostConfirmation.
 */
final class UserRow {
  static final String SUB = "sub";
  static final String VERSION = "version";

  /** The attributes other than the key and the profile. */
  private static final List<String> ALWAYS_SET =
      List.of(
          "email",
          "emailVerified",
          "createdAt",
          "confirmedAt",
          "updatedAt",
          "userName",
          "userPoolId",
          VERSION);

  private UserRow() {}

  /** Returns the names of all attributes but the key. */
  static List<String> attributeNames() {
    List<String> names = new ArrayList<>(ALWAYS_SET);
    for (ProfileAttribute attribute : ProfileAttribute.values()) {
      names.add(attribute.attributeName());
    }
    return names;
  }

  /** Returns the row of a user; profile attributes without a value are left out. */
  static Map<String, AttributeValue> of(User user) {
    Map<String, AttributeValue> row = new HashMap<>();
    put(row, SUB, user.sub());
    put(row, "email", user.email());
    row.put("emailVerified", AttributeValue.fromBool(user.emailVerified()));
    for (ProfileAttribute attribute : ProfileAttribute.values()) {
      @Nullable String value = user.profile(attribute);
      if (value != null) {
        put(row, attribute.attributeName(), value);
      }
    }
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
        profile(row),
        Instant.parse(text(row, "createdAt")),
        Instant.parse(text(row, "confirmedAt")),
        Instant.parse(text(row, "updatedAt")),
        text(row, "userName"),
        text(row, "userPoolId"),
        Long.parseLong(value(row, VERSION).n()));
  }

  private static Map<ProfileAttribute, String> profile(Map<String, AttributeValue> row) {
    Map<ProfileAttribute, String> profile = new EnumMap<>(ProfileAttribute.class);
    for (ProfileAttribute attribute : ProfileAttribute.values()) {
      @Nullable AttributeValue value = row.get(attribute.attributeName());
      if (value != null && value.s() != null) {
        profile.put(attribute, value.s());
      }
    }
    return profile;
  }

  private static void put(Map<String, AttributeValue> row, String attribute, String text) {
    row.put(attribute, AttributeValue.fromS(text));
  }

  private static String text(Map<String, AttributeValue> row, String attribute) {
    return Objects.requireNonNull(value(row, attribute).s(), attribute);
  }

  private static AttributeValue value(Map<String, AttributeValue> row, String attribute) {
    return Objects.requireNonNull(row.get(attribute), attribute);
  }
}
