package dev.gatehouse.local.cognito.hosted.pages;

import dev.gatehouse.local.cognito.hosted.html.HtmlResponses;
import dev.gatehouse.local.cognito.oauth.UserPoolDomains;
import dev.gatehouse.local.cognito.settings.OAuthSettings;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import io.jstach.jstache.JStache;
import io.jstach.jstachio.JStachio;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page for errors that must not be redirected to an app client: {@code /error}. Beside AWS's
 * error, a line of the local emulator's own names what the pools have instead.
 */
public final class ErrorPage implements Service {

  /**
   * The view of the template.
   *
   * @param hint the line of the emulator, null for none
   */
  @JStache(path = "dev/gatehouse/local/cognito/hosted/error.html")
  record View(String error, @Nullable String hint) {}

  private final UserPoolDomains domains;

  /** Creates the page for the app clients at these domains. */
  public ErrorPage(UserPoolDomains domains) {
    this.domains = domains;
  }

  @Override
  public Response handle(Request request) {
    String error = request.parameter("error").orElse("unknown");
    View view = new View(error, hint(error, request.parameter("client_id").orElse("")));
    return HtmlResponses.of(400, JStachio.render(view));
  }

  private @Nullable String hint(String error, String clientId) {
    return switch (error) {
      case "Client does not exist" ->
          "client_id must be " + oneOf(domains.clientIds(), "the id of a client with a domain");
      case "redirect_mismatch" ->
          domains.client(clientId).map(app -> urls(app.settings().oauth())).orElse(null);
      default -> null;
    };
  }

  private static String urls(OAuthSettings settings) {
    return "redirect_uri must be %s, logout_uri %s, character by character"
        .formatted(
            oneOf(settings.callbackUrls(), "in callbackUrls, which is empty"),
            oneOf(settings.logoutUrls(), "in logoutUrls, which is empty"));
  }

  private static String oneOf(List<String> values, String none) {
    return values.isEmpty() ? none : String.join(" or ", values);
  }
}
