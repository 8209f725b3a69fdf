package dev.gatehouse.triggers.presignup.mailboxlookup;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import dev.gatehouse.emailrules.EmailRules;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.presignup.PreSignUp;
import dev.gatehouse.triggers.presignup.PreSignUpPriming;
import dev.gatehouse.triggers.presignup.SignUpClients;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.Mailboxes;
import dev.gatehouse.users.dynamodb.DynamoDbMailboxes;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** The PreSignUp trigger with one account per mailbox: it reads the mailboxes table. */
public final class PreSignUpMailboxLookupHandler
    implements RequestHandler<CognitoUserPoolPreSignUpEvent, CognitoUserPoolPreSignUpEvent> {
  private static final String NAME = "pre-sign-up";

  /** Time limit of the mailbox lookup; on timeout the sign-up passes (fail open). */
  private static final Duration LOOKUP = Duration.ofMillis(300);

  /** Time limit of the same lookup before a snapshot, when no client waits. */
  private static final Duration PRIMING_LOOKUP = Duration.ofSeconds(3);

  private final PreSignUp preSignUp;

  /**
   * Creates the function from its environment.
   *
   * @throws InvalidSetting if a variable is missing or malformed
   */
  public PreSignUpMailboxLookupHandler() {
    this(
        FunctionSettings.ofProcess(),
        () -> DynamoDbMailboxes.from(FunctionSettings.ofProcess(), LOOKUP),
        InvocationLog.of(NAME),
        Clock.systemUTC());
    FunctionSettings settings = FunctionSettings.ofProcess();
    PreSignUpPriming.of(() -> forPriming(settings)).registerIn(settings);
  }

  PreSignUpMailboxLookupHandler(
      FunctionSettings settings,
      Supplier<? extends Mailboxes> mailboxes,
      InvocationLog log,
      Clock clock) {
    MailboxClaims claims = MailboxClaims.from(settings, mailboxes);
    this.preSignUp =
        new PreSignUp(
            SignUpClients.from(settings),
            settings.group(FunctionSettings.EMAIL_RULES, rules -> EmailRules.of(rules, claims)),
            log,
            clock);
  }

  /** Returns a handler whose creation reads the table, since the event of priming does not. */
  private static PreSignUpMailboxLookupHandler forPriming(FunctionSettings settings) {
    return new PreSignUpMailboxLookupHandler(
        settings,
        () -> mailboxesForPriming(settings),
        InvocationLog.silent(NAME),
        Clock.systemUTC());
  }

  private static Mailboxes mailboxesForPriming(FunctionSettings settings) {
    Mailboxes mailboxes = DynamoDbMailboxes.forPriming(settings, PRIMING_LOOKUP);
    if (mailboxes.owner("priming").isPresent()) {
      throw new IllegalStateException("the mailbox of priming is claimed");
    }
    return mailboxes;
  }

  @Override
  public CognitoUserPoolPreSignUpEvent handleRequest(
      CognitoUserPoolPreSignUpEvent event, Context context) {
    return preSignUp.handle(event, context);
  }
}
