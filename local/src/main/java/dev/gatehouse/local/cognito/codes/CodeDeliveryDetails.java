package dev.gatehouse.local.cognito.codes;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;

/** The masked destination of a code. */
public final class CodeDeliveryDetails {

  private CodeDeliveryDetails() {}

  /** Returns the details for an e-mail to this address. */
  public static JsonObject of(String email) {
    return Json.object(
        "Destination", masked(email), "DeliveryMedium", "EMAIL", "AttributeName", "email");
  }

  /** Returns the details for an unknown user, which look like those of a user of that name. */
  public static JsonObject forUnknownUser(String username) {
    return of(username.contains("@") ? username : username + "@" + username);
  }

  private static String masked(String email) {
    int at = email.lastIndexOf('@');
    return first(email) + "***@" + first(email.substring(at + 1)) + "***";
  }

  private static String first(String text) {
    return text.isEmpty() ? "" : Character.toString(text.codePointAt(0));
  }
}
