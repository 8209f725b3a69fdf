package dev.gatehouse.local.activity;

import dev.gatehouse.local.http.Trace;
import dev.gatehouse.local.lambda.invoke.FunctionCall;
import dev.gatehouse.local.ses.mail.SentMail;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in the emulator. */
public final class Activity implements ActivityListener {

  private final FunctionCallLog calls = new FunctionCallLog();
  private final RequestLog requests = new RequestLog();
  private final MailTraces mails = new MailTraces();
  private volatile @Nullable ActivityListener listener;

  /** Notifies a listener of everything from now on. */
  public void tell(ActivityListener next) {
    listener = next;
  }

  @Override
  public void sent(SentMail mail) {
    mails.put(mail.id(), new MailTraces.MailTrace(Trace.current(), Instant.now()));
    ActivityListener told = listener;
    if (told != null) {
      told.sent(mail);
    }
  }

  @Override
  public void called(FunctionCall call) {
    calls.add(call);
    ActivityListener told = listener;
    if (told != null) {
      told.called(call);
    }
  }

  @Override
  public void requested(RecordedRequest request) {
    requests.add(request);
    ActivityListener told = listener;
    if (told != null) {
      told.requested(request);
    }
  }

  /** Returns the latest function calls. */
  public FunctionCallLog calls() {
    return calls;
  }

  /** Returns the latest requests. */
  public RequestLog requests() {
    return requests;
  }

  /** Returns the traces of the latest mails. */
  public MailTraces mails() {
    return mails;
  }

  /** Returns the requests of a trace, newest first. */
  public List<RecordedRequest> requests(String trace) {
    return trace.isEmpty()
        ? List.of()
        : requests.newestFirst().stream().filter(each -> each.trace().equals(trace)).toList();
  }

  /** Returns the function calls of a trace, newest first. */
  public List<FunctionCall> calls(String trace) {
    return trace.isEmpty()
        ? List.of()
        : calls.newestFirst().stream().filter(each -> each.trace().equals(trace)).toList();
  }
}
