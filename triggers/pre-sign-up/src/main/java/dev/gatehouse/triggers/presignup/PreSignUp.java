package dev.gatehouse.triggers.presignup;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import dev.gatehouse.emailrules.Decision;
import dev.gatehouse.emailrules.Decision.Refused;
import dev.gatehouse.emailrules.EmailRules;
import dev.gatehouse.emailrules.RefusalCode;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decision of the PreSignUp trigger, with or without a lookup of mailbox claims.
 *
 * <p>It never confirms a user or verifies an address: in a pool with aliases, that would hand one
 * user's address to another.
 */
public final class PreSignUp {
  private static final String CLIENT_NOT_ALLOWED = "CLIENT_NOT_ALLOWED";

  private final SignUpClients clients;
  private final EmailRules rules;
  private final InvocationLog log;
  private final Clock clock;
  private final @Nullable LocalDate listed;

  /** Creates the trigger with its rules, and logs an error if the rules admit nobody. */
  public PreSignUp(SignUpClients clients, EmailRules rules, InvocationLog log, Clock clock) {
    this.clients = clients;
    this.rules = rules;
    this.log = log;
    this.clock = clock;
    this.listed = rules.disposableListDate().orElse(null);
    if (rules.admitsNobody()) {
      log.atStart(Outcome.error("started", "ALLOW_LIST_EMPTY"));
    }
  }

  /**
   * Returns the event if the address may sign up with the app client.
   *
   * @throws SignUpRefused if it may not, with the sentence that Cognito passes on to the client
   */
  public CognitoUserPoolPreSignUpEvent handle(
      CognitoUserPoolPreSignUpEvent event, Context context) {
    Invocation invocation = log.start(context);
    if (!clients.admit(event.getCallerContext())) {
      invocation.calledFor(event.getTriggerSource());
      invocation.ended(Outcome.refused(CLIENT_NOT_ALLOWED).countedAs("SignUpsRefused"));
      throw new SignUpRefused(CLIENT_NOT_ALLOWED, "This app cannot be used to sign up");
    }
    RuleLog ruleLog = new RuleLog(invocation);
    Decision decision = decide(event, invocation, ruleLog);
    if (decision instanceof Refused refused) {
      invocation.ended(
          Outcome.refused(refused.code().name())
              .withRule(ruleLog.refusedBy())
              .countedAs("SignUpsRefused"));
      throw new SignUpRefused(refused);
    }
    recordAgeOfList(invocation);
    invocation.ended(Outcome.of("allowed"));
    return event;
  }

  /**
   * Records how old the list of disposable domains is. A snapshot may be older than the day, so the
   * age is of now; a refusal's line would record it for each code and rule again.
   */
  private void recordAgeOfList(Invocation invocation) {
    if (listed != null) {
      long days = ChronoUnit.DAYS.between(listed, LocalDate.now(clock));
      invocation.counted("DisposableListAge", Math.max(0, days));
    }
  }

  private Decision decide(
      CognitoUserPoolPreSignUpEvent event, Invocation invocation, RuleLog ruleLog) {
    try {
      invocation.calledFor(event.getTriggerSource());
      return rules.judge(event.getTriggerSource(), email(event), ruleLog);
    } catch (Throwable failure) {
      // Cognito would show its message to the client: log it here, and refuse.
      invocation.failedBy(failure);
      return new Refused(RefusalCode.INTERNAL);
    }
  }

  private static @Nullable String email(CognitoUserPoolPreSignUpEvent event) {
    Map<String, String> attributes = event.getRequest().getUserAttributes();
    return attributes == null ? null : attributes.get("email");
  }
}
