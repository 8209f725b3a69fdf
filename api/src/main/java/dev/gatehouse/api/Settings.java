package dev.gatehouse.api;

import java.util.Map;

/** Holds what the environment must say for this function to run. */
record Settings(String usersTable, String clientId, String region) {

  /** Reads the settings, and names the first that is missing. */
  static Settings from(Map<String, String> environment) {
    return new Settings(
        required(environment, "USERS_TABLE"),
        required(environment, "COGNITO_CLIENT_ID"),
        required(environment, "AWS_REGION"));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "Environment variable " + name + " is missing; expected: a value that is not blank");
    }
    return value;
  }
}
