package dev.gatehouse.api;

import dev.gatehouse.api.http.Cors;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import org.jspecify.annotations.Nullable;

/**
 * What a stack may turn on in the API.
 *
 * @param cors the pages of other origins that may call
 * @param sources the addresses that requests come from
 * @param stack the dimension of the metrics, null for none
 * @param checksTokens whether reads ask Cognito about the token, which the authorizer does not
 */
record ApiOptions(
    Cors cors, SourceAddresses sources, @Nullable String stack, boolean checksTokens) {
  /** Nothing turned on. */
  static final ApiOptions NONE = new ApiOptions(Cors.NONE, SourceAddresses.NONE, null, false);

  private static final String CHECKS_TOKENS = "CHECK_TOKEN_ON_READS";

  /**
   * Returns the options of a function.
   *
   * @throws InvalidSetting if a variable is malformed
   */
  static ApiOptions from(FunctionSettings settings) {
    boolean checksTokens =
        switch (settings.optional(CHECKS_TOKENS, "false")) {
          case "true" -> true;
          case "false" -> false;
          default -> throw new InvalidSetting(CHECKS_TOKENS, "must be true or false");
        };
    return new ApiOptions(
        Cors.from(settings),
        SourceAddresses.from(settings),
        settings.optional("STACK_NAME"),
        checksTokens);
  }
}
