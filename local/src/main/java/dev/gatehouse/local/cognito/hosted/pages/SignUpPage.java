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
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page that creates an account: {@code /signup}. */
public record SignUpPage(AppClientOperations operations, SignInRedirect redirect)
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
    for (String attribute : requiredAttributes(request)) {
      page = page.withFields(field(attribute, request.strippedField(fieldName(attribute))));
    }
    return page.withFields(
        FormField.newPassword(request.pool().settings().passwordPolicy().describe()));
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
      return redirect.toClient(request, user);
    }
    return redirect.toPage(
        request,
        Stage.UNCONFIRMED,
        username,
        AppClientOperations.destination(result),
        "/confirmUser");
  }

  /** Returns the attributes that the pool requires, without the one that is the user name. */
  private static List<String> requiredAttributes(PageRequest request) {
    return request.pool().settings().attributes().required().stream()
        .filter(name -> !request.emailAsUsername() || !name.equals("email"))
        .toList();
  }

  private static JsonArray attributes(PageRequest request) {
    JsonArray attributes = new JsonArray();
    for (String name : requiredAttributes(request)) {
      String value = request.strippedField(fieldName(name));
      if (!value.isEmpty()) {
        attributes.add(Json.object("Name", name, "Value", value));
      }
    }
    return attributes;
  }

  private static FormField field(String attribute, String value) {
    String name = attribute.replaceFirst("^custom:", "").replace('_', ' ');
    String label = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return new FormField(
        fieldName(attribute),
        label,
        attribute.equals("email") ? "email" : "text",
        autocomplete(attribute),
        value,
        null);
  }

  private static String autocomplete(String attribute) {
    return switch (attribute) {
      case "email" -> "email";
      case "name" -> "name";
      case "given_name" -> "given-name";
      case "family_name" -> "family-name";
      case "nickname" -> "nickname";
      case "birthdate" -> "bday";
      default -> "off";
    };
  }

  private static String fieldName(String attribute) {
    return "requiredAttributes[" + attribute + "]";
  }
}
