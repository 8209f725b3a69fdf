package dev.gatehouse.local.cognito.hosted.session;

import dev.gatehouse.local.cognito.hosted.html.FormPage;
import dev.gatehouse.local.cognito.oauth.AuthorizationRequest;
import dev.gatehouse.local.cognito.oauth.Redirects;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a hosted page on behalf of an app client.
 *
 * @param form the fields posted, empty for a GET request
 * @param csrfToken the token that the page's form sends back
 */
public record PageRequest(
    AuthorizationRequest authorizationRequest,
    Request http,
    Map<String, List<String>> form,
    String csrfToken) {

  /** Returns the app client. */
  public AppClient app() {
    return authorizationRequest.app();
  }

  /** Returns the user pool of the app client. */
  public UserPool pool() {
    return app().pool();
  }

  /** Returns whether users of the pool sign in with their e-mail address. */
  public boolean emailAsUsername() {
    return pool().settings().emailAsUsername();
  }

  /** Returns the value of a form field, empty if it is missing. */
  public String field(String name) {
    return Optional.ofNullable(form.get(name)).map(List::getFirst).orElse("");
  }

  /** Returns the value of a form field without surrounding whitespace. */
  public String strippedField(String name) {
    return field(name).strip();
  }

  /** Returns the address of a page for the same authorization request. */
  public String address(String path) {
    return path + "?" + authorizationRequest.query();
  }

  /** Returns the redirect to a page for the same authorization request. */
  public Response redirect(String path) {
    return Redirects.to(address(path));
  }

  /** Returns a new page whose form posts to this path. */
  public FormPage newPage(String title, String path, String button) {
    return FormPage.of(title, address(path), csrfToken, button);
  }
}
