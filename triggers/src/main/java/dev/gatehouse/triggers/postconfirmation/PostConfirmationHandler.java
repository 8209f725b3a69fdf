package dev.gatehouse.triggers.postconfirmation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.gatehouse.triggers.InvocationLog;
import dev.gatehouse.triggers.InvocationLog.Invocation;
import dev.gatehouse.triggers.Outcome;
import dev.gatehouse.triggers.UserCopies;
import dev.gatehouse.triggers.deferredusers.DeferredUsers;
import dev.gatehouse.triggers.deferredusers.SqsDeferredUsers;
import dev.gatehouse.triggers.emailrules.MailboxClaims;
import dev.gatehouse.users.DynamoDbMailboxes;
import dev.gatehouse.users.DynamoDbUsers;
import dev.gatehouse.users.User;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies a confirmed user into the users table, once.
 *
 * <p>It never fails: Cognito has confirmed the user already and will not call again, so an error
 * would tell the person of a failure that is not theirs. A row that could not be written goes into
 * a queue; if that does not work either, it is written when the person first asks for their
 * profile.
 */
public final class PostConfirmationHandler
    implements RequestHandler<PostConfirmationEvent, PostConfirmationEvent> {
  /** The function has four seconds: this for tables, 1.2 for the queue, the rest for itself. */
  static final Duration TABLES = Duration.ofMillis(1_800);

  /** How much of it the claim of a mailbox gets, where mailboxes are claimed. */
  static final Duration CLAIM = Duration.ofMillis(600);

  private final UserCopies copies;
  private final DeferredUsers deferred;
  private final Clock clock;
  private final InvocationLog log;

  /** Connects to the table and to the queue that the environment names. */
  public PostConfirmationHandler() {
    this(
        copies(System.getenv()),
        SqsDeferredUsers.from(System.getenv()),
        Clock.systemUTC(),
        InvocationLog.of("post-confirmation"));
    PostConfirmationPriming.of(System.getenv()).registerIn(System.getenv());
  }

  PostConfirmationHandler(
      UserCopies copies, DeferredUsers deferred, Clock clock, InvocationLog log) {
    this.copies = copies;
    this.deferred = deferred;
    this.clock = clock;
    this.log = log;
  }

  static UserCopies copies(Map<String, String> environment) {
    Duration row = MailboxClaims.isUnique(environment) ? TABLES.minus(CLAIM) : TABLES;
    return new UserCopies(
        DynamoDbUsers.from(environment, row),
        MailboxClaims.from(environment, () -> DynamoDbMailboxes.from(environment, CLAIM)));
  }

  @Override
  public PostConfirmationEvent handleRequest(PostConfirmationEvent event, Context context) {
    Invocation invocation = log.start(context);
    Outcome outcome;
    try {
      outcome = answer(event, invocation);
    } catch (Throwable failure) {
      // Whatever it is, it is not the person's to see.
      invocation.failedBy(failure);
      outcome = Outcome.error("lost", "COPY_FAILED").countedAs("UserCopyLost");
    }
    invocation.ended(outcome);
    return event;
  }

  private Outcome answer(PostConfirmationEvent event, Invocation invocation) {
    @Nullable String source = event.getTriggerSource();
    invocation.calledFor(source);
    // A forgotten password proves the address too, and brings in whom the first call missed.
    if ("PostConfirmation_ConfirmSignUp".equals(source)
        || "PostConfirmation_ConfirmForgotPassword".equals(source)) {
      return copy(confirmed(event), invocation);
    }
    return Outcome.of("passed-through");
  }

  private Outcome copy(ConfirmedUser user, Invocation invocation) {
    invocation.about(user.attributes().get("sub"));
    @Nullable String missing = user.missing();
    if (missing != null) {
      return Outcome.error("passed-through", missing);
    }
    return write(user.firstRow(clock.instant()), invocation);
  }

  private Outcome write(User row, Invocation invocation) {
    try {
      return copies.copy(row, invocation);
    } catch (Throwable failure) {
      invocation.failedBy(failure);
      deferred.defer(row);
      return Outcome.error("deferred", "COPY_FAILED").countedAs("UserCopyDeferred");
    }
  }

  private static ConfirmedUser confirmed(PostConfirmationEvent event) {
    Map<String, String> attributes = event.getRequest().getUserAttributes();
    return new ConfirmedUser(
        attributes == null ? Map.of() : attributes, event.getUserName(), event.getUserPoolId());
  }
}
