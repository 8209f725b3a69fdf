package dev.gatehouse.local.cognito.hosted.session;

import dev.gatehouse.local.cognito.hosted.session.BrowserSession.Stage;
import dev.gatehouse.local.cognito.oauth.AuthorizationCodes;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.http.Response;
import java.util.Optional;

/** Redirects of a browser: to the app client with a code, or to the next page. */
public record SignInRedirect(BrowserSessions sessions, AuthorizationCodes codes) {

  /** Signs the user in and redirects to the app client with a code. */
  public Response toClient(PageRequest request, PoolUser user) {
    Response redirect =
        codes.redirectWithCode(
            request.authorizationRequest(), user.username(), sessions.clock().instant());
    BrowserSession session =
        new BrowserSession(
            request.pool().id(), user.username(), Stage.SIGNED_IN, "", sessions.clock().instant());
    return sessions.start(request.http(), redirect, session);
  }

  /** Starts a session at this stage and redirects to the page of this path. */
  public Response toPage(
      PageRequest request, Stage stage, String username, String destination, String path) {
    return sessions.start(
        request.http(),
        request.redirect(path),
        new BrowserSession(
            request.pool().id(), username, stage, destination, sessions.clock().instant()));
  }

  /** Redirects a signed-in browser to the app client; returns an empty Optional for any other. */
  public Optional<Response> ifSignedIn(PageRequest request) {
    return session(request, Stage.SIGNED_IN)
        .filter(session -> user(request, session).filter(PoolUser::enabled).isPresent())
        .map(
            session ->
                codes.redirectWithCode(
                    request.authorizationRequest(), session.username(), session.since()));
  }

  /** Returns the browser's session in this pool, if it is at this stage. */
  public Optional<BrowserSession> session(PageRequest request, Stage stage) {
    return sessions.find(request.http()).filter(each -> each.matches(stage, request.pool().id()));
  }

  /** Returns the user of a session. */
  public Optional<PoolUser> user(PageRequest request, BrowserSession session) {
    return request.pool().users().find(session.username());
  }
}
