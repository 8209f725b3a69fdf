package dev.gatehouse.local.cognito.imports;

import dev.gatehouse.local.cognito.pools.UserPool;
import java.util.ArrayList;
import java.util.List;

/** The columns of the files that a pool imports. */
public final class CsvHeader {
  static final String USERNAME = "cognito:username";
  static final String MFA_ENABLED = "cognito:mfa_enabled";

  private static final List<String> STANDARD =
      List.of(
          "name",
          "given_name",
          "family_name",
          "middle_name",
          "nickname",
          "preferred_username",
          "profile",
          "picture",
          "website",
          "email",
          "email_verified",
          "gender",
          "birthdate",
          "zoneinfo",
          "locale",
          "phone_number",
          "phone_number_verified",
          "address",
          "updated_at");

  private CsvHeader() {}

  /** Returns the names of the columns of a pool. */
  public static List<String> of(UserPool pool) {
    List<String> columns = new ArrayList<>(STANDARD);
    pool.settings().attributes().byName().keySet().stream()
        .filter(name -> name.startsWith("custom:"))
        .forEach(columns::add);
    columns.add(MFA_ENABLED);
    columns.add(USERNAME);
    return columns;
  }
}
