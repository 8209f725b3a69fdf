package dev.gatehouse.local.cognito.codes;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.wire.Json;

/** Says where a code went without giving the address away. */
public final class Destination {

  private Destination() {}

  /** Returns CodeDeliveryDetails for a mail to this address. */
  public static JsonObject of(String email) {
    return Json.object(
        "Destination", masked(email), "DeliveryMedium", "EMAIL", "AttributeName", "email");
  }

  /**
   * Returns what an answer about an unknown user says; it looks like one about a user of that name.
   */
  public static JsonObject invented(String username) {
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
