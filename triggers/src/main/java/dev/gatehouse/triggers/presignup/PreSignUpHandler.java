package dev.gatehouse.triggers.presignup;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import dev.gatehouse.triggers.InvocationLog;
import dev.gatehouse.triggers.InvocationLog.Invocation;
import dev.gatehouse.triggers.Outcome;
import dev.gatehouse.triggers.emailrules.Decision;
import dev.gatehouse.triggers.emailrules.Decision.Refused;
import dev.gatehouse.triggers.emailrules.EmailRules;
import dev.gatehouse.triggers.emailrules.MailboxClaims;
import dev.gatehouse.triggers.emailrules.RefusalCode;
import dev.gatehouse.users.DynamoDbMailboxes;
import dev.gatehouse.users.Mailboxes;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an address may sign up.
 *
 * <p>It never confirms a user or verifies an address: in a pool with aliases, that would hand one
 * person's address to another.
 */
public final class PreSignUpHandler
    implements RequestHandler<CognitoUserPoolPreSignUpEvent, CognitoUserPoolPreSignUpEvent> {
  /** How long an answer is waited for that, when it does not come, is held against nobody. */
  private static final Duration LOOK_UP = Duration.ofMillis(300);

  private final EmailRules rules;
  private final InvocationLog log;

  /** Reads the rules from the environment. */
  public PreSignUpHandler() {
    this(
        System.getenv(),
        // Only if mailboxes are looked up: else this function's archive has no AWS SDK.
        () -> DynamoDbMailboxes.from(System.getenv(), LOOK_UP),
        InvocationLog.of("pre-sign-up"));
    PreSignUpPriming.of(System.getenv()).registerIn(System.getenv());
  }

  PreSignUpHandler(
      Map<String, String> environment, Supplier<? extends Mailboxes> mailboxes, InvocationLog log) {
    this.rules = EmailRules.from(environment, MailboxClaims.from(environment, mailboxes));
    this.log = log;
    if (rules.admitNobody()) {
      log.atStart(Outcome.error("started", "ALLOW_LIST_EMPTY"));
    }
  }

  @Override
  public CognitoUserPoolPreSignUpEvent handleRequest(
      CognitoUserPoolPreSignUpEvent event, Context context) {
    Invocation invocation = log.start(context);
    RuleLog said = new RuleLog(invocation);
    Decision decision = decide(event, invocation, said);
    if (decision instanceof Refused refused) {
      invocation.ended(outcome(refused).withRule(said.refusing()));
      throw new SignUpRefused(refused);
    }
    invocation.ended(Outcome.of("allowed"));
    return event;
  }

  private Decision decide(
      CognitoUserPoolPreSignUpEvent event, Invocation invocation, RuleLog said) {
    try {
      invocation.calledFor(event.getTriggerSource());
      return rules.judge(event.getTriggerSource(), email(event), said);
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
