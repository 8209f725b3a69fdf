package dev.gatehouse.local.cognito.hosted;

import dev.gatehouse.local.cognito.oauth.AuthorizationRequest;
import dev.gatehouse.local.cognito.oauth.Redirection;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import io.jstach.jstachio.JStachio;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Is one request for a page, on behalf of a client that was checked.
 *
 * @param form what was posted, empty if nothing was
 * @param csrf what the next form has to bring back
 */
record Visit(
    AuthorizationRequest asked, Request request, Map<String, List<String>> form, String csrf) {

  AppClient app() {
    return asked.app();
  }

  UserPool pool() {
    return asked.app().pool();
  }

  /** Tells whether people are known by their address in this pool. */
  boolean byEmail() {
    return pool().settings().emailAsUsername();
  }

  /** Returns what was typed into this field, empty if nothing was. */
  String typed(String field) {
    return Optional.ofNullable(form.get(field)).map(List::getFirst).orElse("");
  }

  /** Returns what was typed, without the blanks around it. */
  String stripped(String field) {
    return typed(field).strip();
  }

  /** Returns the address of a page that goes on with the same request. */
  String to(String path) {
    return path + "?" + asked.query();
  }

  Response redirect(String path) {
    return Redirection.to(to(path));
  }

  FormPage page(String title, String path, String button) {
    return FormPage.of(title, to(path), csrf, button);
  }

  static Response show(FormPage page) {
    return Html.page(page.problem() == null ? 200 : 400, JStachio.render(page));
  }
}
