package dev.gatehouse.api;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/** Answers {@code POST /user}: creates an account, whose code is then mailed. */
final class CreateUser implements Route {
  private final Accounts accounts;

  CreateUser(Accounts accounts) {
    this.accounts = accounts;
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
  public Response answer(Request request) {
    PendingUser user = accounts.signUp(newAccount(JsonBody.of(request)));
    return Response.of(202, new Answer(user)).about(user.userSub(), false);
  }

  private static Accounts.NewAccount newAccount(JsonBody body) {
    @Nullable String locale = body.optionalText(Field.LOCALE);
    return new Accounts.NewAccount(
        body.text(Field.USERNAME),
        body.text(Field.PASSWORD),
        locale == null ? null : LanguageTag.of(locale));
  }

  /** Is the body of the answer. */
  @Json
  record Answer(PendingUser user) {}
}
