package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.BodyField;
import dev.gatehouse.api.http.JsonBody;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.Response;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The route {@code POST /user/resend}: sends a new confirmation code. */
public final class ResendCode implements Route {
  private final UserPool pool;

  /** Creates the route. */
  public ResendCode(UserPool pool) {
    this.pool = pool;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "/user/resend";
  }

  @Override
  public List<BodyField> bodyFields() {
    return List.of(BodyField.USERNAME);
  }

  @Override
  public Response handle(Request request) {
    String username = JsonBody.of(request, bodyFields()).text(BodyField.USERNAME);
    return Response.of(
        202, new ResentCode(new ResentCodeOfUser(pool.resendConfirmationCode(username))));
  }

  /** The body of the response. */
  @Json
  public record ResentCode(ResentCodeOfUser user) {}

  /** The delivery of the code. */
  @Json
  public record ResentCodeOfUser(
      @Json.Property("CodeDeliveryDetails") @Nullable CodeDelivery codeDeliveryDetails) {}
}
