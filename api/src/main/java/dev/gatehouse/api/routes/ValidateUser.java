package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.BodyField;
import dev.gatehouse.api.http.JsonBody;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.Response;
import io.avaje.jsonb.Json;
import java.util.List;

/** The route {@code POST /user/validate}: confirms an account with the code from the mail. */
public final class ValidateUser implements Route {
  private final UserPool pool;

  /** Creates the route. */
  public ValidateUser(UserPool pool) {
    this.pool = pool;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "/user/validate";
  }

  @Override
  public List<BodyField> bodyFields() {
    return List.of(BodyField.USERNAME, BodyField.CODE);
  }

  @Override
  public Response handle(Request request) {
    JsonBody body = JsonBody.of(request, bodyFields());
    pool.confirmSignUp(body.text(BodyField.USERNAME), body.text(BodyField.CODE));
    return Response.of(200, new Confirmed("Confirmed"));
  }

  /** The body of the response. */
  @Json
  public record Confirmed(String status) {}
}
