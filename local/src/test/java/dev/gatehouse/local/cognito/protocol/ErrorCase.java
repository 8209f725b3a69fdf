package dev.gatehouse.local.cognito.protocol;

import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.util.function.Function;

/** An error of Cognito and the requests that cause it. */
record ErrorCase(String type, String message, Function<TestCognito, Reply> request) {
  public static final String USER = "someone@example.org";

  public static ErrorCase parameter(String message, Function<TestCognito, Reply> request) {
    return new ErrorCase("InvalidParameterException", message, request);
  }

  public static ErrorCase notAuthorized(String message, Function<TestCognito, Reply> request) {
    return new ErrorCase("NotAuthorizedException", message, request);
  }

  public static Reply signUp(
      TestCognito c, String client, String name, String password, String... attribute) {
    JsonObject body = json("ClientId", client, "Username", name, "Password", password);
    if (attribute.length > 0) {
      body.add("UserAttributes", list(json("Name", attribute[0], "Value", attribute[1])));
    }
    return c.call("SignUp", body);
  }

  public static TestCognito signedUp(TestCognito c) {
    c.signUp(USER);
    return c;
  }

  public static TestCognito confirmed(TestCognito c) {
    c.confirmed(USER);
    return c;
  }

  public static Reply resend(TestCognito c, String client) {
    return c.call("ResendConfirmationCode", json("ClientId", client, "Username", USER));
  }

  public static Reply forgot(TestCognito c, String client) {
    return c.call("ForgotPassword", json("ClientId", client, "Username", USER));
  }

  public static Reply admin(TestCognito c, String operation) {
    return c.call(operation, json("UserPoolId", POOL, "Username", USER));
  }
}
