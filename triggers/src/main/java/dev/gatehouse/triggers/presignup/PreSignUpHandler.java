package dev.gatehouse.triggers.presignup;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import dev.gatehouse.triggers.InvocationLog;
import dev.gatehouse.triggers.InvocationLog.Invocation;
import dev.gatehouse.triggers.Outcome;
import dev.gatehouse.triggers.presignup.Decision.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an address may sign up.
 *
 * <p>It never confirms a user or verifies an address: in a pool with aliases, that would hand one
 * person's address to another.
 */
public final class PreSignUpHandler
    implements RequestHandler<CognitoUserPoolPreSignUpEvent, CognitoUserPoolPreSignUpEvent> {
  /** Cognito's limit for a user name, which the address is in our pool. */
  private static final int MAX_OCTETS = 128;

  private final SignUpPolicy policy;
  private final InvocationLog log;

  /** Reads the lists from the environment. */
  public PreSignUpHandler() {
    this(System.getenv(), InvocationLog.of("pre-sign-up"));
  }

  PreSignUpHandler(Map<String, String> environment, InvocationLog log) {
    AllowAndDeny lists = Settings.from(environment);
    this.policy = SignUpPolicy.of(lists, MAX_OCTETS);
    this.log = log;
    if (lists.listedOnly() && lists.allow().isEmpty()) {
      log.atStart(Outcome.error("started", "ALLOW_LIST_EMPTY"));
    }
  }

  @Override
  public CognitoUserPoolPreSignUpEvent handleRequest(
      CognitoUserPoolPreSignUpEvent event, Context context) {
    Invocation invocation = log.start(context);
    Decision decision = decide(event, invocation);
    if (decision instanceof Refused refused) {
      invocation.ended(outcome(refused));
      throw new SignUpRefused(refused);
    }
    invocation.ended(Outcome.of("allowed"));
    return event;
  }

  private Decision decide(CognitoUserPoolPreSignUpEvent event, Invocation invocation) {
    try {
      invocation.calledFor(event.getTriggerSource());
      return policy.judge(event.getTriggerSource(), email(event));
    } catch (Throwable failure) {
      // Cognito would show its message to the person: it stays here, and the answer is no.
      invocation.failedBy(failure);
      return new Refused(RefusalCode.INTERNAL);
    }
  }

  private static @Nullable String email(CognitoUserPoolPreSignUpEvent event) {
    Map<String, String> attributes = event.getRequest().getUserAttributes();
    return attributes == null ? null : attributes.get("email");
  }

  private static Outcome outcome(Refused refused) {
    String code = refused.code().name();
    Outcome outcome =
        refused.code() == RefusalCode.INTERNAL
            ? Outcome.error("failed", code)
            : Outcome.of("refused").withCode(code);
    return outcome.countedAs("SignUpsRefused");
  }
}
