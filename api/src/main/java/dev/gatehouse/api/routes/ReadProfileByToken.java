package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.BodyField;
import dev.gatehouse.api.http.JsonBody;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.Response;
import java.util.List;

/** The route {@code POST /user/profile} for the user whose access token is in the body. */
public final class ReadProfileByToken implements Route {
  private final UserProfiles profiles;

  /** Creates the route. */
  public ReadProfileByToken(UserProfiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "/user/profile";
  }

  @Override
  public List<BodyField> bodyFields() {
    return List.of(BodyField.ACCESS_TOKEN);
  }

  @Override
  public Response handle(Request request) {
    return profiles.readByToken(JsonBody.of(request, bodyFields()).text(BodyField.ACCESS_TOKEN));
  }
}
