package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.Response;
import java.util.List;

/** The route {@code GET /user/profile} for the user whose token the authorizer verified. */
public final class ReadProfile implements Route {
  private final UserProfiles profiles;

  /** Creates the route. */
  public ReadProfile(UserProfiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "/user/profile";
  }

  @Override
  public List<String> requestHeaders() {
    return List.of("Authorization");
  }

  @Override
  public Response handle(Request request) {
    return profiles.read(TokenClaims.of(request));
  }
}
