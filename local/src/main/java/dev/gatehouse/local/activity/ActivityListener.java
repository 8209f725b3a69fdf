package dev.gatehouse.local.activity;

import dev.gatehouse.local.lambda.invoke.FunctionCall;
import dev.gatehouse.local.ses.mail.SentMail;

/** A listener to what happens in the emulator. */
public interface ActivityListener {

  /** Learns of a mail that was sent. */
  void sent(SentMail mail);

  /** Learns of a completed function call. */
  void called(FunctionCall call);

  /** Learns of a request that was responded to. */
  void requested(RecordedRequest request);
}
