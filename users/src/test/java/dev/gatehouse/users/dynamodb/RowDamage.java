package dev.gatehouse.users.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Damage of one attribute of a row.
 *
 * @param value the value in its place, or null if it is missing
 */
record RowDamage(String attribute, @Nullable AttributeValue value) {
  private static final List<String> TIMES = List.of("createdAt", "confirmedAt", "updatedAt");
  private static final List<String> PROFILE = List.of("locale", "givenName", "familyName");

  /** Returns each kind of damage of each attribute but the key. */
  static Stream<RowDamage> every() {
    return UserRow.attributeNames().stream().flatMap(RowDamage::of);
  }

  private static Stream<RowDamage> of(String attribute) {
    List<RowDamage> all = new ArrayList<>();
    if (!PROFILE.contains(attribute)) {
      all.add(new RowDamage(attribute, null));
    }
    List<AttributeValue> malformed =
        new ArrayList<>(
            List.of(
                AttributeValue.fromNul(true),
                AttributeValue.fromL(List.of()),
                AttributeValue.fromM(Map.of("a", AttributeValue.fromS("b"))),
                AttributeValue.fromSs(List.of("a", "b"))));
    if (attribute.equals("emailVerified")) {
      malformed.addAll(List.of(AttributeValue.fromS("true"), AttributeValue.fromN("1")));
    } else if (attribute.equals("version")) {
      malformed.addAll(List.of(AttributeValue.fromS("1"), AttributeValue.fromBool(true)));
      for (String number : List.of("0", "-1", "1.5", "1e30", Long.toString(Long.MAX_VALUE))) {
        malformed.add(AttributeValue.fromN(number));
      }
    } else {
      malformed.addAll(List.of(AttributeValue.fromN("1"), AttributeValue.fromBool(true)));
      malformed.addAll(List.of(AttributeValue.fromS(""), AttributeValue.fromS(" ")));
    }
    if (TIMES.contains(attribute)) {
      for (String text : List.of("yesterday", "2026-01-02", "2026-13-02T03:04:05Z")) {
        malformed.add(AttributeValue.fromS(text));
      }
    }
    malformed.forEach(value -> all.add(new RowDamage(attribute, value)));
    return all.stream();
  }

  /** Returns a row with this damage. */
  Map<String, AttributeValue> in(Map<String, AttributeValue> row) {
    Map<String, AttributeValue> damaged = new HashMap<>(row);
    if (value == null) {
      damaged.remove(attribute);
    } else {
      damaged.put(attribute, value);
    }
    return damaged;
  }
}
