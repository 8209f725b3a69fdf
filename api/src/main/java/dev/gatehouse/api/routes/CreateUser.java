package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.BodyField;
import dev.gatehouse.api.http.JsonBody;
import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.http.Response;
import dev.gatehouse.users.ProfileAttribute;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The route {@code POST /user}: creates an account, whose code is then mailed. */
public final class CreateUser implements Route {
  private final UserPool pool;
  private final AccountOwner owner;

  /** Creates the route. */
  public CreateUser(UserPool pool, AccountOwner owner) {
    this.pool = pool;
    this.owner = owner;
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
  public Response handle(Request request) {
    SignUpResult result = signUp(newUser(JsonBody.of(request, bodyFields())));
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
