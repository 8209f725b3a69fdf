package dev.gatehouse.local.cognito.protocol;

import static dev.gatehouse.local.cognito.TestCognito.BACKEND;
import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.LEGACY;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.PLAIN;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.USER;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.confirmed;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.forgot;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.notAuthorized;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.parameter;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.resend;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.signUp;
import static dev.gatehouse.local.cognito.protocol.ErrorCase.signedUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The errors of sign-up, confirmation and password reset. */
final class SignUpErrorCases {

  private SignUpErrorCases() {}

  static Stream<ErrorCase> cases() {
    return Stream.of(signingUp(), passwords(), secrets(), confirming(), resetting())
        .flatMap(Function.identity());
  }

  private static Stream<ErrorCase> signingUp() {
    String schema = "Attributes did not conform to the schema: ";
    return Stream.of(
        new ErrorCase(
            "UsernameExistsException",
            "An account with the given email already exists.",
            c -> twice(() -> c.signUp(EMAIL))),
        new ErrorCase(
            "UsernameExistsException", "User already exists", c -> twice(() -> plain(c, "jane"))),
        parameter("Username should be an email.", c -> c.signUp("jane")),
        parameter("Invalid email address format.", c -> plain(c, "j", "email", "unknown")),
        parameter("Invalid phone number format.", c -> plain(c, "j", "phone_number", "555 0100")),
        parameter(
            schema + "nickname: The attribute is required",
            c -> signUp(c, PLAIN, "jane", PASSWORD)),
        parameter(
            schema + "custom:team: String must have a length between 2 and 5",
            c -> plain(c, "j", "custom:team", "purple")),
        parameter(
            schema + "custom:hat: Attribute does not exist in the schema.",
            c -> plain(c, "j", "custom:hat", "yes")),
        parameter(
            "Username and the email attribute are not the same.",
            c -> signUpWith(c, "email", "other@example.org")),
        notAuthorized(
            "A client attempted to write unauthorized attribute",
            c -> signUpWith(c, "email_verified", "true")),
        notAuthorized(
            "SignUp is not permitted for this user pool", SignUpErrorCases::adminCreateUserOnly));
  }

  private static Stream<ErrorCase> passwords() {
    String policy = "Password did not conform with policy: ";
    return Stream.of(
        password(policy + "Password not long enough", "Sh0rt"),
        password(policy + "Password must have uppercase characters", "lowercase1"),
        password(policy + "Password must have lowercase characters", "UPPERCASE1"),
        password(policy + "Password must have numeric characters", "NoNumbers"),
        new ErrorCase(
            "InvalidPasswordException",
            policy + "Password must have symbol characters",
            c -> signUp(c, PLAIN, "j", "NoSymb0ls", "nickname", "J")),
        parameter(
            "1 validation error detected: Value at 'password' failed to satisfy constraint:"
                + " Member must satisfy regular expression pattern: [\\S]+",
            c -> c.signUp(EMAIL, "with Space1")));
  }

  private static Stream<ErrorCase> secrets() {
    return Stream.of(
        notAuthorized(
            "Client " + BACKEND + " is configured with secret but SECRET_HASH was not received",
            c -> signUp(c, BACKEND, EMAIL, PASSWORD)),
        notAuthorized(
            "Unable to verify secret hash for client " + BACKEND,
            c ->
                c.call(
                    "SignUp",
                    json(
                        "ClientId", BACKEND,
                        "Username", EMAIL,
                        "Password", PASSWORD,
                        "SecretHash", "d3Jvbmc="))));
  }

  private static Stream<ErrorCase> confirming() {
    return Stream.of(
        new ErrorCase(
            "CodeMismatchException",
            "Invalid verification code provided, please try again.",
            c -> signedUp(c).confirm(USER, "nocode")),
        new ErrorCase(
            "ExpiredCodeException",
            "Invalid code provided, please request a code again.",
            c -> {
              signedUp(c).clock.pass(Duration.ofHours(24));
              return c.confirm(USER, c.mail.code());
            }),
        notAuthorized(
            "User cannot be confirmed. Current status is CONFIRMED",
            c -> confirmed(c).confirm(USER, c.mail.code())),
        parameter("User is already confirmed.", c -> resend(confirmed(c), CLIENT)),
        parameter(
            "Auto verification not turned on.",
            c -> c.call("ResendConfirmationCode", json("ClientId", PLAIN, "Username", "jane"))),
        new ErrorCase(
            "UserNotFoundException",
            "Username/client id combination not found.",
            c -> resend(c, LEGACY)),
        new ErrorCase(
            "LimitExceededException",
            "Attempt limit exceeded, please try after some time.",
            c -> {
              for (int i = 0; i < 5; i++) {
                resend(c, CLIENT);
              }
              return resend(c, CLIENT);
            }));
  }

  private static Stream<ErrorCase> resetting() {
    return Stream.of(
        new ErrorCase(
            "UserNotFoundException",
            "Username/client id combination not found.",
            c -> forgot(c, LEGACY)),
        parameter(
            "Cannot reset password for the user as there is no registered/verified email or"
                + " phone_number",
            c -> forgot(signedUp(c), LEGACY)),
        notAuthorized(
            "User password cannot be reset in the current state.",
            c -> {
              c.call("AdminCreateUser", json("UserPoolId", POOL, "Username", USER));
              return forgot(c, CLIENT);
            }));
  }

  private static ErrorCase password(String message, String password) {
    return new ErrorCase("InvalidPasswordException", message, c -> c.signUp(EMAIL, password));
  }

  private static Reply twice(Supplier<Reply> call) {
    assertThat(call.get().status()).isEqualTo(200);
    return call.get();
  }

  private static Reply signUpWith(TestCognito c, String attribute, String value) {
    return signUp(c, CLIENT, EMAIL, PASSWORD, attribute, value);
  }

  private static Reply plain(TestCognito c, String name, String... attribute) {
    JsonObject nickname = json("Name", "nickname", "Value", "J");
    return c.call(
        "SignUp",
        json(
            "ClientId", PLAIN,
            "Username", name,
            "Password", PASSWORD,
            "UserAttributes",
                attribute.length == 0
                    ? list(nickname)
                    : list(nickname, json("Name", attribute[0], "Value", attribute[1]))));
  }

  private static Reply adminCreateUserOnly(TestCognito c) {
    JsonObject config = json("AllowAdminCreateUserOnly", true);
    String pool =
        c.call("CreateUserPool", json("PoolName", "p", "AdminCreateUserConfig", config))
            .object("UserPool")
            .get("Id")
            .getAsString();
    String client =
        c.call("CreateUserPoolClient", json("UserPoolId", pool, "ClientName", "c"))
            .text("UserPoolClient", "ClientId");
    return signUp(c, client, "jane", PASSWORD);
  }
}
