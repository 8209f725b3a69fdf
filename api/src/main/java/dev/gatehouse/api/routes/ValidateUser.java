package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.BodyField;
import dev.gatehouse.api.http.JsonBody;
import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.http.Response;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;

/** The route {@code POST /user/validate}: confirms an account with the code from the mail. */
public final class ValidateUser implements Route {
  private final UserPool pool;
  private final AccountOwner owner;

  /** Creates the route. */
  public ValidateUser(UserPool pool, AccountOwner owner) {
    this.pool = pool;
    this.owner = owner;
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
    String username = body.text(BodyField.USERNAME);
    // Before the confirmation, so that nobody is confirmed while the table cannot say.
    Optional<String> signedUpTwice = owner.secondSignUpOf(username);
    confirm(username, body.text(BodyField.CODE), signedUpTwice.isPresent());
    signedUpTwice.ifPresent(owner::resetPassword);
    return Response.of(
        200, new Confirmed(signedUpTwice.isPresent() ? "PasswordResetRequired" : "Confirmed"));
  }

  /** Confirms the account; one whose reset has failed before is confirmed already. */
  private void confirm(String username, String code, boolean isResetDue) {
    try {
      pool.confirmSignUp(username, code);
    } catch (RequestRefused refused) {
      if (!isResetDue || refused.problem() != Problem.ALREADY_CONFIRMED) {
        throw refused;
      }
    }
  }

  /** The body of the response. */
  @Json
  public record Confirmed(String status) {}
}
