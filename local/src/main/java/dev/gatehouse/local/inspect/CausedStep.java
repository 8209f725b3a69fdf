package dev.gatehouse.local.inspect;

import dev.gatehouse.local.activity.RecordedRequest;
import dev.gatehouse.local.lambda.invoke.FunctionCall;
import dev.gatehouse.local.ses.mail.SentMail;
import java.time.Instant;

/**
 * A request, a function call or a mail that belongs to the same trace as another.
 *
 * @param kind "request", "call" or "mail"
 * @param title what it is, such as {@code cognito-idp SignUp}
 * @param result its status or outcome, empty for a mail
 * @param failed whether it failed, as opposed to a refusal
 */
public record CausedStep(
    String kind, String id, Instant at, String title, String result, boolean failed) {

  static CausedStep of(RecordedRequest request) {
    return new CausedStep(
        "request",
        request.id(),
        request.at(),
        request.title(),
        request.code().isEmpty()
            ? String.valueOf(request.status())
            : request.status() + " " + request.code(),
        request.failed());
  }

  static CausedStep of(FunctionCall call) {
    return new CausedStep(
        "call",
        call.id(),
        call.at(),
        call.function(),
        call.code().isEmpty() ? call.outcome() : call.code(),
        CallOutcome.failed(call));
  }

  static CausedStep of(SentMail mail, Instant at) {
    return new CausedStep(
        "mail", mail.id(), at, "mail to " + String.join(", ", mail.mail().to()), "", false);
  }

  /** Returns the step in a few words; success goes without saying. */
  public String text() {
    return result.isEmpty() || result.equals("200") || result.equals(FunctionCall.SUCCEEDED)
        ? title
        : title + " " + result;
  }
}
