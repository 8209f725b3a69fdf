package dev.gatehouse.local.cognito.hosted;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.gatehouse.local.cognito.hosted.Visitor.Stage;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.http.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Creates an account: {@code /signup}. */
record SignUpForm(Calls calls, Arrival arrival) implements HostedPage {

  @Override
  public FormPage page(Visit visit, @Nullable String problem) {
    FormPage page =
        visit
            .page("Create an account", "/signup", "Sign up")
            .failed(problem)
            .with(Field.username(visit.byEmail(), visit.stripped("username")))
            .link(visit.to("/login"), "Already have an account? Sign in");
    for (String attribute : asked(visit)) {
      page = page.with(field(attribute, visit.stripped(inForm(attribute))));
    }
    return page.with(Field.newPassword(visit.pool().settings().passwords().inWords()));
  }

  @Override
  public Response take(Visit visit) {
    String username = visit.stripped("username");
    JsonElement answer =
        calls.call(
            "SignUp",
            visit.app(),
            username,
            "Password",
            visit.typed("password"),
            "UserAttributes",
            attributes(visit));
    if (answer.getAsJsonObject().get("UserConfirmed").getAsBoolean()) {
      PoolUser user = visit.pool().users().find(username).orElseThrow();
      return arrival.of(visit, user);
    }
    return arrival.greet(
        visit, Stage.UNCONFIRMED, username, Calls.destination(answer), "/confirmUser");
  }

  /** What the pool demands, and an address to send the code to. */
  private static List<String> asked(Visit visit) {
    return visit.pool().settings().attributes().required().stream()
        .filter(name -> !visit.byEmail() || !name.equals("email"))
        .toList();
  }

  private static JsonArray attributes(Visit visit) {
    JsonArray attributes = new JsonArray();
    for (String name : asked(visit)) {
      String value = visit.stripped(inForm(name));
      if (!value.isEmpty()) {
        attributes.add(Json.object("Name", name, "Value", value));
      }
    }
    return attributes;
  }

  private static Field field(String attribute, String value) {
    String words = attribute.replaceFirst("^custom:", "").replace('_', ' ');
    String label = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return new Field(
        inForm(attribute),
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

  private static String inForm(String attribute) {
    return "requiredAttributes[" + attribute + "]";
  }
}
