package dev.gatehouse.api;

import java.util.Map;

/** Holds what the environment must say of the user pool. */
record Settings(String clientId, String region) {

  /** Reads the settings, and names the first that is missing. */
  static Settings from(Map<String, String> environment) {
    return new Settings(
        setting(environment, "COGNITO_CLIENT_ID", "the id of the app client of the user pool"),
        setting(environment, "AWS_REGION", "the region of that pool"));
  }

  private static String setting(Map<String, String> environment, String name, String meaning) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + " is not set: give it " + meaning);
    }
    return value;
  }
}
