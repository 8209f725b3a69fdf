package dev.gatehouse.local.cognito;

import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.util.function.Function;

/** Is one error that Cognito words itself, with a way to bring it about. */
record ErrorRow(String type, String message, Function<TestCognito, Reply> how) {
  static final String USER = "someone@example.org";

  static ErrorRow parameter(String message, Function<TestCognito, Reply> how) {
    return new ErrorRow("InvalidParameterException", message, how);
  }

  static ErrorRow notAuthorized(String message, Function<TestCognito, Reply> how) {
    return new ErrorRow("NotAuthorizedException", message, how);
  }

  static Reply signUp(
      TestCognito c, String client, String name, String password, String... attribute) {
    JsonObject body = json("ClientId", client, "Username", name, "Password", password);
    if (attribute.length > 0) {
      body.add("UserAttributes", list(json("Name", attribute[0], "Value", attribute[1])));
    }
    return c.call("SignUp", body);
  }

  static TestCognito signedUp(TestCognito c) {
    c.signUp(USER);
    return c;
  }

  static TestCognito confirmed(TestCognito c) {
    c.confirmed(USER);
    return c;
  }

  static Reply resend(TestCognito c, String client) {
    return c.call("ResendConfirmationCode", json("ClientId", client, "Username", USER));
  }

  static Reply forgot(TestCognito c, String client) {
    return c.call("ForgotPassword", json("ClientId", client, "Username", USER));
  }

  static Reply admin(TestCognito c, String operation) {
    return c.call(operation, json("UserPoolId", POOL, "Username", USER));
  }
}
