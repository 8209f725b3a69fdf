package dev.gatehouse.users.dynamodb;

import dev.gatehouse.users.ProfileAttribute;
import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.StoredUser.StoredVersion;
import dev.gatehouse.users.User;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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

  /**
   * The user's id that stays when a rebuilt pool gives another {@code sub}. Only the first write of
   * a row sets it, so that a row which was moved to another key keeps it.
   */
  static final String USER_ID = "userId";

  /** Reconcile's note in the row of a user who is gone; no attribute of the user. */
  static final String GONE_SINCE = "goneSince";

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

  /** Returns the first row of a user, whose id is their first {@code sub}. */
  static Map<String, AttributeValue> firstOf(User user) {
    Map<String, AttributeValue> row = of(user);
    put(row, USER_ID, user.sub());
    return row;
  }

  /** Returns a row as far as it can be read. */
  static StoredUser read(Map<String, AttributeValue> row) {
    return new StoredUser(
        key(row, SUB),
        text(row, USER_ID),
        text(row, "email"),
        flag(row, "emailVerified"),
        profile(row),
        isProfileReadable(row),
        time(row, "createdAt"),
        time(row, "confirmedAt"),
        time(row, "updatedAt"),
        text(row, "userName"),
        text(row, "userPoolId"),
        version(row.get(VERSION)),
        time(row, GONE_SINCE));
  }

  private static Map<ProfileAttribute, String> profile(Map<String, AttributeValue> row) {
    Map<ProfileAttribute, String> profile = new EnumMap<>(ProfileAttribute.class);
    for (ProfileAttribute attribute : ProfileAttribute.values()) {
      @Nullable String value = text(row, attribute.attributeName());
      if (value != null) {
        profile.put(attribute, value);
      }
    }
    return profile;
  }

  private static boolean isProfileReadable(Map<String, AttributeValue> row) {
    for (ProfileAttribute attribute : ProfileAttribute.values()) {
      String name = attribute.attributeName();
      if (row.containsKey(name) && text(row, name) == null) {
        return false;
      }
    }
    return true;
  }

  private static void put(Map<String, AttributeValue> row, String attribute, String text) {
    row.put(attribute, AttributeValue.fromS(text));
  }

  /** Returns whether an item is a user's: keys of tombstones and of reconcile's notes have a #. */
  static boolean isUser(Map<String, AttributeValue> item) {
    return key(item, SUB).indexOf('#') < 0;
  }

  /** Returns the key of an item, which DynamoDB guarantees. */
  static String key(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name).s();
  }

  static @Nullable String text(Map<String, AttributeValue> row, String attribute) {
    @Nullable AttributeValue value = row.get(attribute);
    return value == null || value.s() == null || value.s().isBlank() ? null : value.s();
  }

  private static @Nullable Boolean flag(Map<String, AttributeValue> row, String attribute) {
    @Nullable AttributeValue value = row.get(attribute);
    return value == null ? null : value.bool();
  }

  static @Nullable Instant time(Map<String, AttributeValue> row, String attribute) {
    @Nullable String text = text(row, attribute);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException malformed) {
      return null;
    }
  }

  private static StoredVersion version(@Nullable AttributeValue stored) {
    @Nullable Long number = stored == null || stored.n() == null ? null : number(stored.n());
    return new StoredVersion(number, stored);
  }

  private static @Nullable Long number(String text) {
    try {
      long number = Long.parseLong(text);
      return number < 1 || number == Long.MAX_VALUE ? null : number;
    } catch (NumberFormatException fraction) {
      return null;
    }
  }
}
