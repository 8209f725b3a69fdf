package dev.gatehouse.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.UserAdministration;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.List;
import java.util.Map;

/**
 * What an administrator does with a user. Each action is an operation of Cognito with its triggers,
 * but for the last two, which AWS does not have.
 */
public final class UserActions {

  private final AwsClient aws;
  private final Service api;
  private final UserAdministration users;
  private final String clientId;

  /**
   * Creates the actions.
   *
   * @param api the API, through which a sign-up goes
   * @param clientId the app client of resent codes and of sign-ins
   */
  public UserActions(AwsClient aws, Service api, UserAdministration users, String clientId) {
    this.aws = aws;
    this.api = api;
    this.users = users;
    this.clientId = clientId;
  }

  /** Signs a user up through the API, {@code POST /user}, and returns the API's response. */
  public Response signUp(String email, String password) {
    String body = Json.text(Json.object("username", email, "password", password));
    Map<String, List<String>> headers = Map.of("Content-Type", List.of("application/json"));
    return api.handle(
        new Request("POST", "/user", Map.of(), headers, "127.0.0.1", body.getBytes(UTF_8)));
  }

  /** Confirms the sign-up without a code, which invokes PostConfirmation. */
  public void confirm(UserSummary user) {
    aws.cognito("AdminConfirmSignUp", Users.named(user));
  }

  /** Disables the user. */
  public void disable(UserSummary user) {
    aws.cognito("AdminDisableUser", Users.named(user));
  }

  /** Enables the user. */
  public void enable(UserSummary user) {
    aws.cognito("AdminEnableUser", Users.named(user));
  }

  /** Deletes the user; the row stays, as after any AdminDeleteUser. */
  public void delete(UserSummary user) {
    aws.cognito("AdminDeleteUser", Users.named(user));
  }

  /** Invalidates the password and mails a code to set a new one. */
  public void resetPassword(UserSummary user) {
    aws.cognito("AdminResetUserPassword", Users.named(user));
  }

  /** Sets a permanent password. */
  public void setPassword(UserSummary user, String password) {
    JsonObject members = Users.named(user);
    members.addProperty("Password", password);
    members.addProperty("Permanent", true);
    aws.cognito("AdminSetUserPassword", members);
  }

  /** Mails the next code or temporary password that the user's status asks for. */
  public void resendCode(UserSummary user) {
    switch (user.status()) {
      case "FORCE_CHANGE_PASSWORD" -> {
        JsonObject members = Users.named(user);
        members.addProperty("Username", user.name());
        members.addProperty("MessageAction", "RESEND");
        aws.cognito("AdminCreateUser", members);
      }
      case "RESET_REQUIRED" -> resetPassword(user);
      default ->
          aws.cognito(
              "ResendConfirmationCode",
              Json.object("ClientId", clientId, "Username", user.username()));
    }
  }

  /** Lets every code that was sent to the user expire now. */
  public void expireCode(UserSummary user) {
    users.expireCodes(user.poolId(), user.username());
  }

  /**
   * Signs a confirmed, enabled user in without a password and returns the AuthenticationResult;
   * throws {@link AwsCallFailed} for any other user.
   */
  public JsonObject signIn(UserSummary user) {
    if (!user.enabled() || !user.status().equals("CONFIRMED")) {
      throw new AwsCallFailed(
          "NotAuthorizedException",
          "Only a confirmed and enabled user signs in; this one is %s%s."
              .formatted(user.status(), user.enabled() ? "" : " and disabled"));
    }
    return users.signIn(clientId, user.username());
  }
}
