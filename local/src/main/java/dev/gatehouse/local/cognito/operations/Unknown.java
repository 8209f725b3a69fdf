package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonElement;
import dev.gatehouse.local.cognito.codes.Destination;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Json;

/** Answers about users who do not exist, as PreventUserExistenceErrors of the client wants it. */
final class Unknown {

  private Unknown() {}

  /** Returns the error for somebody unknown who gives a code. */
  static CognitoError withCode(AppClient app) {
    return app.hidesUnknownUsers()
        ? CognitoError.codeMismatch()
        : CognitoError.usernameClientCombinationNotFound();
  }

  /** Returns the answer that pretends a mail went out, or throws if the client wants to know. */
  static JsonElement askingForCode(AppClient app, String username) {
    return askingForCode(app, username, CognitoError.usernameClientCombinationNotFound());
  }

  /** Returns the answer that pretends a mail went out, or throws this if the client wants it. */
  static JsonElement askingForCode(AppClient app, String username, CognitoError otherwise) {
    if (!app.hidesUnknownUsers()) {
      throw otherwise;
    }
    return Json.object("CodeDeliveryDetails", Destination.invented(username));
  }
}
