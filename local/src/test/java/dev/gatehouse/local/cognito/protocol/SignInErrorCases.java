package dev.gatehouse.local.cognito.protocol;

import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.LEGACY;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.PLAIN;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.USER;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.admin;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.confirmed;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.notAuthorized;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.parameter;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.signUp;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.signedUp;

import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;

/** The errors of sign-in, of tokens and of unsupported operations. */
final class SignInErrorCases {
  private static final String NO_POOL = "us-east-1_nowhere00";

  private SignInErrorCases() {}

  static Stream<ErrorCase> cases() {
    return Stream.of(signIn(), flows(), accessTokens(), refreshTokens(), missing())
        .flatMap(Function.identity());
  }

  private static Stream<ErrorCase> signIn() {
    return Stream.of(
        notAuthorized(
            "Incorrect username or password.", c -> confirmed(c).signIn(USER, "Wr0ng-one")),
        notAuthorized("Incorrect username or password.", c -> c.signIn(USER, PASSWORD)),
        new ErrorCase(
            "UserNotFoundException", "User does not exist.", c -> c.signIn(LEGACY, USER, PASSWORD)),
        new ErrorCase(
            "UserNotConfirmedException",
            "User is not confirmed.",
            c -> signedUp(c).signIn(USER, PASSWORD)),
        notAuthorized(
            "Password attempts exceeded",
            c -> {
              confirmed(c);
              for (int i = 0; i < 5; i++) {
                c.signIn(USER, "Wr0ng-one");
              }
              return c.signIn(USER, PASSWORD);
            }),
        notAuthorized(
            "User is disabled.",
            c -> {
              admin(confirmed(c), "AdminDisableUser");
              return c.signIn(USER, PASSWORD);
            }),
        new ErrorCase(
            "PasswordResetRequiredException",
            "Password reset required for the user",
            c -> {
              admin(confirmed(c), "AdminResetUserPassword");
              return c.signIn(LEGACY, USER, PASSWORD);
            }),
        notAuthorized(
            "Incorrect username or password.",
            c -> {
              admin(confirmed(c), "AdminResetUserPassword");
              return c.signIn(USER, PASSWORD);
            }));
  }

  private static Stream<ErrorCase> flows() {
    return Stream.of(
        parameter(
            "USER_PASSWORD_AUTH flow not enabled for this client",
            c -> c.signIn(PLAIN, "jane", PASSWORD)),
        parameter("Missing required parameter PASSWORD", c -> c.signIn(USER, "")),
        parameter("Initiate Auth method not supported.", c -> flow(c, "ADMIN_NO_SRP_AUTH")),
        parameter("USER_AUTH is not enabled for the client.", c -> flow(c, "USER_AUTH")),
        parameter("CUSTOM_AUTH is not enabled for the client.", c -> flow(c, "CUSTOM_AUTH")),
        parameter("Missing required parameter SRP_A", c -> flow(c, "USER_SRP_AUTH")));
  }

  private static Stream<ErrorCase> accessTokens() {
    return Stream.of(
        notAuthorized("Invalid Access Token", c -> getUser(c, "a.b.c")),
        notAuthorized("Invalid Access Token", c -> getUser(c, token(c, "IdToken"))),
        notAuthorized(
            "Access Token has expired",
            c -> {
              String token = token(c, "AccessToken");
              c.clock.pass(Duration.ofMinutes(60));
              return getUser(c, token);
            }),
        notAuthorized(
            "Access Token has been revoked",
            c -> {
              String token = token(c, "AccessToken");
              c.call("GlobalSignOut", json("AccessToken", token));
              return getUser(c, token);
            }),
        new ErrorCase(
            "UserNotFoundException",
            "User does not exist.",
            c -> {
              String token = token(c, "AccessToken");
              admin(c, "AdminDeleteUser");
              return getUser(c, token);
            }));
  }

  private static Stream<ErrorCase> refreshTokens() {
    return Stream.of(
        notAuthorized("Invalid Refresh Token", c -> c.refresh(CLIENT, "nothing")),
        notAuthorized(
            "Refresh Token has expired",
            c -> {
              String token = token(c, "RefreshToken");
              c.clock.pass(Duration.ofDays(30));
              return c.refresh(CLIENT, token);
            }),
        notAuthorized(
            "Refresh Token has been revoked",
            c -> {
              String token = token(c, "RefreshToken");
              c.call("RevokeToken", json("ClientId", CLIENT, "Token", token));
              return c.refresh(CLIENT, token);
            }));
  }

  private static Stream<ErrorCase> missing() {
    return Stream.of(
        new ErrorCase(
            "UserNotFoundException", "User does not exist.", c -> admin(c, "AdminGetUser")),
        new ErrorCase(
            "ResourceNotFoundException",
            "User pool client nosuchclient does not exist.",
            c -> signUp(c, "nosuchclient", EMAIL, PASSWORD)),
        new ErrorCase(
            "ResourceNotFoundException",
            "User pool " + NO_POOL + " does not exist.",
            c -> c.call("ListUsers", json("UserPoolId", NO_POOL))));
  }

  private static String token(TestCognito c, String name) {
    return confirmed(c).signIn(USER, PASSWORD).text("AuthenticationResult", name);
  }

  private static Reply getUser(TestCognito c, String token) {
    return c.call("GetUser", json("AccessToken", token));
  }

  private static Reply flow(TestCognito c, String flow) {
    return c.call("InitiateAuth", json("ClientId", CLIENT, "AuthFlow", flow));
  }
}
