package dev.gatehouse.local.cognito;

import static dev.gatehouse.local.cognito.TestCognito.BACKEND;
import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.LEGACY;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.PLAIN;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Brings about every error that Cognito words itself, one row each. */
final class ErrorTextTest {
  private static final String USER = "someone@example.org";
  private static final String NO_POOL = "us-east-1_nowhere00";

  private record Row(String type, String message, Function<TestCognito, Reply> how) {}

  static Stream<Arguments> rows() {
    return Stream.of(signUp(), confirming(), signIn(), tokens(), resetting(), missing())
        .flatMap(Function.identity())
        .map(row -> Arguments.of(row.type(), row.message(), row.how()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rows")
  void saysWhatCognitoSays(String type, String message, Function<TestCognito, Reply> how) {
    Reply reply = how.apply(new TestCognito());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.type()).isEqualTo(type);
    assertThat(reply.message()).isEqualTo(message);
    assertThat(reply.response().headers())
        .containsEntry("x-amzn-errortype", List.of(type + ":"))
        .containsKeys("x-amzn-requestid", "x-amzn-errormessage");
  }

  private static Stream<Row> signUp() {
    String schema = "Attributes did not conform to the schema: ";
    String policy = "Password did not conform with policy: ";
    return Stream.of(
        new Row(
            "UsernameExistsException",
            "An account with the given email already exists.",
            c -> twice(() -> c.signUp(EMAIL))),
        new Row(
            "UsernameExistsException", "User already exists", c -> twice(() -> plain(c, "jane"))),
        parameter("Username should be an email.", c -> c.signUp("jane")),
        parameter("Invalid email address format.", c -> plain(c, "j", "email", "nobody")),
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
        password(policy + "Password not long enough", "Sh0rt"),
        password(policy + "Password must have uppercase characters", "lowercase1"),
        password(policy + "Password must have lowercase characters", "UPPERCASE1"),
        password(policy + "Password must have numeric characters", "NoNumbers"),
        new Row(
            "InvalidPasswordException",
            policy + "Password must have symbol characters",
            c -> signUp(c, PLAIN, "j", "NoSymb0ls", "nickname", "J")),
        parameter(
            "1 validation error detected: Value at 'password' failed to satisfy constraint:"
                + " Member must satisfy regular expression pattern: [\\S]+",
            c -> c.signUp(EMAIL, "with Space1")),
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
                        "SecretHash", "d3Jvbmc="))),
        notAuthorized("SignUp is not permitted for this user pool", ErrorTextTest::adminOnly));
  }

  private static Stream<Row> confirming() {
    return Stream.of(
        new Row(
            "CodeMismatchException",
            "Invalid verification code provided, please try again.",
            c -> signedUp(c).confirm(USER, "nocode")),
        new Row(
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
        new Row(
            "UserNotFoundException",
            "Username/client id combination not found.",
            c -> resend(c, LEGACY)),
        new Row(
            "LimitExceededException",
            "Attempt limit exceeded, please try after some time.",
            c -> {
              for (int i = 0; i < 5; i++) {
                resend(c, CLIENT);
              }
              return resend(c, CLIENT);
            }));
  }

  private static Stream<Row> signIn() {
    return Stream.of(
        notAuthorized(
            "Incorrect username or password.", c -> confirmed(c).signIn(USER, "Wr0ng-one")),
        notAuthorized("Incorrect username or password.", c -> c.signIn(USER, PASSWORD)),
        new Row(
            "UserNotFoundException", "User does not exist.", c -> c.signIn(LEGACY, USER, PASSWORD)),
        new Row(
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
        new Row(
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
            }),
        parameter(
            "USER_PASSWORD_AUTH flow not enabled for this client",
            c -> c.signIn(PLAIN, "jane", PASSWORD)),
        parameter("Missing required parameter PASSWORD", c -> c.signIn(USER, "")),
        parameter("Initiate Auth method not supported.", c -> flow(c, "ADMIN_NO_SRP_AUTH")),
        parameter("USER_AUTH flow not enabled for this client", c -> flow(c, "USER_AUTH")),
        new Row(
            "UnsupportedOperationException",
            "USER_SRP_AUTH is not there on this machine; USER_PASSWORD_AUTH and"
                + " REFRESH_TOKEN_AUTH are.",
            c -> flow(c, "USER_SRP_AUTH")));
  }

  private static Stream<Row> tokens() {
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
            }),
        new Row(
            "UserNotFoundException",
            "User does not exist.",
            c -> {
              String token = token(c, "AccessToken");
              admin(c, "AdminDeleteUser");
              return getUser(c, token);
            }));
  }

  private static Stream<Row> resetting() {
    return Stream.of(
        new Row(
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

  private static Stream<Row> missing() {
    return Stream.of(
        new Row("UserNotFoundException", "User does not exist.", c -> admin(c, "AdminGetUser")),
        new Row(
            "ResourceNotFoundException",
            "User pool client nosuchclient does not exist.",
            c -> signUp(c, "nosuchclient", EMAIL, PASSWORD)),
        new Row(
            "ResourceNotFoundException",
            "User pool " + NO_POOL + " does not exist.",
            c -> c.call("ListUsers", json("UserPoolId", NO_POOL))));
  }

  private static Row parameter(String message, Function<TestCognito, Reply> how) {
    return new Row("InvalidParameterException", message, how);
  }

  private static Row notAuthorized(String message, Function<TestCognito, Reply> how) {
    return new Row("NotAuthorizedException", message, how);
  }

  private static Row password(String message, String password) {
    return new Row("InvalidPasswordException", message, c -> c.signUp(EMAIL, password));
  }

  private static Reply twice(Supplier<Reply> call) {
    assertThat(call.get().status()).isEqualTo(200);
    return call.get();
  }

  private static Reply signUp(
      TestCognito c, String client, String name, String password, String... attribute) {
    JsonObject body = json("ClientId", client, "Username", name, "Password", password);
    if (attribute.length > 0) {
      body.add("UserAttributes", list(json("Name", attribute[0], "Value", attribute[1])));
    }
    return c.call("SignUp", body);
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

  private static Reply adminOnly(TestCognito c) {
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

  private static TestCognito signedUp(TestCognito c) {
    c.signUp(USER);
    return c;
  }

  private static TestCognito confirmed(TestCognito c) {
    c.confirmed(USER);
    return c;
  }

  private static String token(TestCognito c, String name) {
    return confirmed(c).signIn(USER, PASSWORD).text("AuthenticationResult", name);
  }

  private static Reply getUser(TestCognito c, String token) {
    return c.call("GetUser", json("AccessToken", token));
  }

  private static Reply resend(TestCognito c, String client) {
    return c.call("ResendConfirmationCode", json("ClientId", client, "Username", USER));
  }

  private static Reply forgot(TestCognito c, String client) {
    return c.call("ForgotPassword", json("ClientId", client, "Username", USER));
  }

  private static Reply flow(TestCognito c, String flow) {
    return c.call("InitiateAuth", json("ClientId", CLIENT, "AuthFlow", flow));
  }

  private static Reply admin(TestCognito c, String operation) {
    return c.call(operation, json("UserPoolId", POOL, "Username", USER));
  }
}
