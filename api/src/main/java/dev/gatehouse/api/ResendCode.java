package dev.gatehouse.api;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/** Answers {@code POST /user/resend}: mails a new code. */
final class ResendCode implements Route {
  private final Accounts accounts;

  ResendCode(Accounts accounts) {
    this.accounts = accounts;
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
  public Response answer(Request request) {
    String username = JsonBody.of(request).text(Field.USERNAME);
    return Response.of(202, new Answer(new Sent(accounts.resend(username))));
  }

  /** Is the body of the answer. */
  @Json
  record Answer(Sent user) {}

  /** Says where the code went. */
  @Json
  record Sent(@Json.Property("CodeDeliveryDetails") @Nullable CodeDelivery codeDeliveryDetails) {}
}
