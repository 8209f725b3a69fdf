package dev.gatehouse.local.cognito.hosted.pages;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.hosted.html.FormField;
import dev.gatehouse.local.cognito.hosted.html.FormPage;
import dev.gatehouse.local.cognito.hosted.session.BrowserSession.Stage;
import dev.gatehouse.local.cognito.hosted.session.PageRequest;
import dev.gatehouse.local.cognito.hosted.session.SignInRedirect;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.http.Response;
import org.jspecify.annotations.Nullable;

/** The page that creates an account: {@code /signup}. */
public record SignUpPage(
    AppClientOperations operations, SignInRedirect redirect, SecondFactorPage secondFactor)
    implements HostedPage {

  @Override
  public FormPage page(PageRequest request, @Nullable String problem) {
    FormPage page =
        request
            .newPage("Create an account", "/signup", "Sign up")
            .withProblem(problem)
            .withFields(
                FormField.username(request.emailAsUsername(), request.strippedField("username")))
            .withLink(request.address("/login"), "Already have an account? Sign in");
    return page.withFields(required(request).fields(request))
        .withFields(FormField.newPassword(request.pool().settings().passwordPolicy().describe()));
  }

  @Override
  public Response submit(PageRequest request) {
    String username = request.strippedField("username");
    JsonElement result =
        operations.execute(
            "SignUp",
            request.app(),
            username,
            "Password",
            request.field("password"),
            "UserAttributes",
            attributes(request));
    if (result.getAsJsonObject().get("UserConfirmed").getAsBoolean()) {
      PoolUser user = request.pool().users().find(username).orElseThrow();
      return secondFactor.next(request, user);
    }
    return redirect.toPage(
        request,
        Stage.UNCONFIRMED,
        username,
        AppClientOperations.destination(result),
        "/confirmUser");
  }

  /** Returns the attributes that the pool requires, without the one that is the user name. */
  private static RequiredAttributes required(PageRequest request) {
    return new RequiredAttributes(
        request.pool().settings().attributes().required().stream()
            .filter(name -> !request.emailAsUsername() || !name.equals("email"))
            .toList());
  }

  private static JsonArray attributes(PageRequest request) {
    JsonArray attributes = new JsonArray();
    required(request)
        .values(request)
        .forEach((name, value) -> attributes.add(Json.object("Name", name, "Value", value)));
    return attributes;
  }
}
