package dev.gatehouse.api;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;

/** The settings of the API function: the app client and the region of the user pool. */
record ApiSettings(String clientId, String region) {

  /**
   * Returns the settings of a function.
   *
   * @throws InvalidSetting if one is missing
   */
  static ApiSettings from(FunctionSettings settings) {
    return new ApiSettings(
        settings.required("COGNITO_CLIENT_ID", "the id of the app client of the user pool"),
        settings.required("AWS_REGION", "the region of that pool"));
  }
}
