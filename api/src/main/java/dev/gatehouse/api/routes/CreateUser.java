package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.BodyField;
import dev.gatehouse.api.http.JsonBody;
import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.http.Response;
import dev.gatehouse.api.idempotency.Idempotency;
import dev.gatehouse.users.ProfileAttribute;
import io.avaje.jsonb.Json;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The route {@code POST /user}: creates an account, whose code is then mailed. */
public final class CreateUser implements Route {
  private final UserPool pool;
  private final AccountOwner owner;
  private final Idempotency idempotency;

  /** Creates the route. */
  public CreateUser(UserPool pool, AccountOwner owner, Idempotency idempotency) {
    this.pool = pool;
    this.owner = owner;
    this.idempotency = idempotency;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "/user";
  }

  @Override
  public List<BodyField> bodyFields() {
    return List.of(BodyField.USERNAME, BodyField.PASSWORD, BodyField.of(ProfileAttribute.LOCALE));
  }

  @Override
  public List<String> requestHeaders() {
    return List.of("Content-Type", Idempotency.HEADER);
  }

  @Override
  public Response handle(Request request) {
    UserPool.NewUser newUser = newUser(JsonBody.of(request, bodyFields()));
    return idempotency.once(request, "createUser", values(newUser), () -> created(newUser));
  }

  private Response created(UserPool.NewUser newUser) {
    SignUpResult result = signUp(newUser);
    return Response.of(202, new CreatedUser(result)).about(result.userSub());
  }

  /** Signs up; a second sign-up never replaces the password of the first. */
  private SignUpResult signUp(UserPool.NewUser newUser) {
    try {
      return pool.signUp(newUser);
    } catch (RequestRefused refused) {
      if (refused.problem() == Problem.ACCOUNT_EXISTS) {
        owner.signedUpAgain(newUser.username());
      }
      throw refused;
    }
  }

  private static List<@Nullable String> values(UserPool.NewUser user) {
    @Nullable LanguageTag locale = user.locale();
    return Arrays.asList(user.username(), user.password(), locale == null ? null : locale.value());
  }

  private static UserPool.NewUser newUser(JsonBody body) {
    @Nullable String locale = body.optionalText(BodyField.of(ProfileAttribute.LOCALE));
    return new UserPool.NewUser(
        body.text(BodyField.USERNAME),
        body.text(BodyField.PASSWORD),
        locale == null ? null : LanguageTag.of(locale));
  }

  /** The body of the response. */
  @Json
  public record CreatedUser(SignUpResult user) {}
}
