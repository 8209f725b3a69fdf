package dev.gatehouse.triggers.presignup;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import dev.gatehouse.emailrules.EmailRules;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.time.Clock;

/** The PreSignUp trigger: accepts or refuses an address, without a call to AWS. */
public final class PreSignUpHandler
    implements RequestHandler<CognitoUserPoolPreSignUpEvent, CognitoUserPoolPreSignUpEvent> {
  private static final String NAME = "pre-sign-up";
  private static final String ONE_ACCOUNT_PER_MAILBOX = "EMAIL_ONE_ACCOUNT_PER_MAILBOX";

  private final PreSignUp preSignUp;

  /**
   * Creates the function from its environment.
   *
   * @throws InvalidSetting if a variable is malformed
   */
  public PreSignUpHandler() {
    this(FunctionSettings.ofProcess(), InvocationLog.of(NAME), Clock.systemUTC());
    FunctionSettings settings = FunctionSettings.ofProcess();
    PreSignUpPriming.of(
            () -> new PreSignUpHandler(settings, InvocationLog.silent(NAME), Clock.systemUTC()))
        .registerIn(settings);
  }

  PreSignUpHandler(FunctionSettings settings, InvocationLog log, Clock clock) {
    if (settings.group(FunctionSettings.EMAIL_RULES, EmailRules::oneAccountPerMailbox)) {
      throw new InvalidSetting(
          ONE_ACCOUNT_PER_MAILBOX,
          "must be false in this archive: PreSignUpMailboxLookupHandler looks up mailboxes");
    }
    this.preSignUp =
        new PreSignUp(
            SignUpClients.from(settings),
            settings.group(FunctionSettings.EMAIL_RULES, EmailRules::of),
            log,
            clock);
  }

  @Override
  public CognitoUserPoolPreSignUpEvent handleRequest(
      CognitoUserPoolPreSignUpEvent event, Context context) {
    return preSignUp.handle(event, context);
  }
}
