package dev.gatehouse.local.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A user beside the row of the users table.
 *
 * @param row the values of the row by column, empty without a row
 * @param values attributes and columns side by side
 * @param pendingCodes how many codes were sent and not used
 */
public record UserDetail(
    UserSummary user,
    Map<String, String> attributes,
    Map<String, String> row,
    List<ComparedValue> values,
    int pendingCodes) {

  /** Attributes that PostConfirmation copies, so that one missing on one side is a difference. */
  private static final Set<String> COPIED =
      Set.of("sub", "email", "email_verified", "locale", "given_name", "family_name");

  /**
   * An attribute of Cognito beside the column of its copy.
   *
   * @param attribute the name in Cognito, empty for a column without a counterpart
   * @param column the name in the table, empty for an attribute without a counterpart
   */
  public record ComparedValue(
      String attribute, String column, String inCognito, String inTable, boolean differs) {}

  static UserDetail of(
      UserSummary user, Map<String, String> attributes, Map<String, String> row, int pendingCodes) {
    return new UserDetail(user, attributes, row, compare(user, attributes, row), pendingCodes);
  }

  private static List<ComparedValue> compare(
      UserSummary user, Map<String, String> attributes, Map<String, String> row) {
    Map<String, String> inCognito = new TreeMap<>(attributes);
    inCognito.put("user_name", user.username());
    inCognito.put("user_pool_id", user.poolId());
    Set<String> names = new TreeSet<>(inCognito.keySet());
    if (!row.isEmpty()) {
      names.addAll(COPIED);
    }
    Set<String> rest = new TreeSet<>(row.keySet());
    List<ComparedValue> values = new ArrayList<>();
    for (String name : names) {
      String column = column(name);
      rest.remove(column);
      if (inCognito.containsKey(name) || row.containsKey(column)) {
        values.add(compared(name, column, inCognito, row));
      }
    }
    rest.forEach(
        column ->
            values.add(new ComparedValue("", column, "", row.getOrDefault(column, ""), false)));
    return List.copyOf(values);
  }

  private static ComparedValue compared(
      String name, String column, Map<String, String> inCognito, Map<String, String> row) {
    String here = inCognito.getOrDefault(name, "");
    String there = row.getOrDefault(column, "");
    boolean both = inCognito.containsKey(name) && row.containsKey(column);
    boolean differs = !row.isEmpty() && (both || COPIED.contains(name)) && !here.equals(there);
    return new ComparedValue(
        inCognito.containsKey(name) ? name : "",
        row.containsKey(column) ? column : "",
        here,
        there,
        differs);
  }

  /** Returns given_name as givenName. */
  private static String column(String attribute) {
    StringBuilder column = new StringBuilder();
    for (String word : attribute.split("_", -1)) {
      column.append(
          column.isEmpty() || word.isEmpty()
              ? word
              : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return column.toString();
  }

  /** Returns whether the users table has no row of the user. */
  public boolean noRow() {
    return row.isEmpty();
  }
}
