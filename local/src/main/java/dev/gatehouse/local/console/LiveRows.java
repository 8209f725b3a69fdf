package dev.gatehouse.local.console;

import dev.gatehouse.local.activity.ActivityListener;
import dev.gatehouse.local.activity.EventHub;
import dev.gatehouse.local.activity.RecordedRequest;
import dev.gatehouse.local.console.view.CallRow;
import dev.gatehouse.local.console.view.RequestRow;
import dev.gatehouse.local.lambda.invoke.FunctionCall;
import dev.gatehouse.local.ses.mail.SentMail;
import io.jstach.jstachio.JStachio;

/** The rows that open pages receive as server-sent events, as the lists have them. */
record LiveRows(EventHub events, MailPages mails) implements ActivityListener {

  /** The event of a request to the API. */
  static final String REQUEST = "request";

  /** The event of a request to one of AWS's services. */
  static final String AWS_REQUEST = "aws-request";

  @Override
  public void sent(SentMail mail) {
    events.publish("mail", () -> JStachio.render(mails.row(mail)));
  }

  @Override
  public void called(FunctionCall call) {
    events.publish("call", () -> JStachio.render(CallRow.of(call)));
  }

  @Override
  public void requested(RecordedRequest request) {
    events.publish(
        request.toApi() ? REQUEST : AWS_REQUEST, () -> JStachio.render(RequestRow.of(request)));
    if (request.mayChangeUsers()) {
      events.publish("users", () -> "changed");
    }
  }
}
