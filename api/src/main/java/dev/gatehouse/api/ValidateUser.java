package dev.gatehouse.api;

import io.avaje.jsonb.Json;

/** Answers {@code POST /user/validate}: confirms an account by the code that was mailed. */
final class ValidateUser implements Route {
  private final Accounts accounts;

  ValidateUser(Accounts accounts) {
    this.accounts = accounts;
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
  public Response answer(Request request) {
    JsonBody body = JsonBody.of(request);
    accounts.confirm(body.text(Field.USERNAME), body.text(Field.CODE));
    return Response.of(200, new Answer("Confirmed"));
  }

  /** Is the body of the answer. */
  @Json
  record Answer(String status) {}
}
