package dev.gatehouse.local.cognito.requests;

import com.google.gson.JsonElement;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.codes.CodeDeliveryDetails;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;

/**
 * The responses for users who do not exist, as the app client's PreventUserExistenceErrors demands.
 */
public final class UnknownUsers {

  private UnknownUsers() {}

  /** Returns the error for a code of an unknown user. */
  public static AwsException codeError(AppClient app) {
    return app.preventUserExistenceErrors()
        ? CognitoErrors.codeMismatch()
        : CognitoErrors.usernameClientCombinationNotFound();
  }

  /**
   * Returns the details of a code that is not sent; throws UserNotFoundException if the app client
   * reveals unknown users.
   */
  public static JsonElement codeDelivery(AppClient app, String username) {
    return codeDelivery(app, username, CognitoErrors.usernameClientCombinationNotFound());
  }

  /**
   * Returns the details of a code that is not sent; throws the given error if the app client
   * reveals unknown users.
   */
  public static JsonElement codeDelivery(AppClient app, String username, AwsException error) {
    if (!app.preventUserExistenceErrors()) {
      throw error;
    }
    return Json.object("CodeDeliveryDetails", CodeDeliveryDetails.forUnknownUser(username));
  }
}
