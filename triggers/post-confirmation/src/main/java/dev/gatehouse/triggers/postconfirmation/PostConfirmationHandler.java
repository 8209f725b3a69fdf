package dev.gatehouse.triggers.postconfirmation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.postconfirmation.sqs.SqsDeferredUsers;
import dev.gatehouse.triggers.postconfirmation.sqs.SqsPasswordNotices;
import dev.gatehouse.users.CognitoUser;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.PutResult;
import dev.gatehouse.users.User;
import dev.gatehouse.users.UserCopies;
import dev.gatehouse.users.Users;
import dev.gatehouse.users.dynamodb.DynamoDbUserCopies;
import dev.gatehouse.users.dynamodb.DynamoDbUsers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The PostConfirmation trigger: copies a confirmed user into the users table, once.
 *
 * <p>It never fails: Cognito has already confirmed the user and does not call again, so an error
 * would only alarm the user. A row that cannot be written goes into a queue; if that fails too and
 * the table, asked once more, has no row, the API writes it when the user first reads their
 * profile.
 */
public final class PostConfirmationHandler
    implements RequestHandler<PostConfirmationEvent, PostConfirmationEvent> {
  /** Time limit of the tables; of the function's four seconds, the queue may take one more. */
  private static final Duration TABLES = Duration.ofMillis(1_800);

  /** The part of that time limit that a mailbox claim may take, if mailboxes are claimed. */
  private static final Duration CLAIM = Duration.ofMillis(600);

  /** Time limit of the users table after the queue has failed too, within those four seconds. */
  private static final Duration LAST_ATTEMPT = Duration.ofMillis(200);

  private static final String CONFIRM_FORGOT_PASSWORD = "PostConfirmation_ConfirmForgotPassword";

  private final UserCopies copies;
  private final Supplier<? extends Users> lastAttempt;
  private final DeferredUsers deferred;
  private final PasswordNotices notices;
  private final Clock clock;
  private final InvocationLog log;

  /**
   * Creates the function from its environment.
   *
   * @throws InvalidSetting if a variable is missing or malformed
   */
  public PostConfirmationHandler() {
    this(
        copies(FunctionSettings.ofProcess()),
        () -> lastAttempt(FunctionSettings.ofProcess()),
        SqsDeferredUsers.from(FunctionSettings.ofProcess()),
        SqsPasswordNotices.from(FunctionSettings.ofProcess()),
        Clock.systemUTC(),
        InvocationLog.of("post-confirmation"));
    PostConfirmationPriming.of(FunctionSettings.ofProcess())
        .registerIn(FunctionSettings.ofProcess());
  }

  /**
   * Creates the function.
   *
   * @param lastAttempt the users table, asked once more before a row is lost
   */
  PostConfirmationHandler(
      UserCopies copies,
      Supplier<? extends Users> lastAttempt,
      DeferredUsers deferred,
      PasswordNotices notices,
      Clock clock,
      InvocationLog log) {
    this.copies = copies;
    this.lastAttempt = lastAttempt;
    this.deferred = deferred;
    this.notices = notices;
    this.clock = clock;
    this.log = log;
  }

  /** Returns copies in the tables that the settings name, within the time limit. */
  static UserCopies copies(FunctionSettings settings) {
    Duration row = MailboxClaims.areEnabled(settings) ? TABLES.minus(CLAIM) : TABLES;
    return DynamoDbUserCopies.from(settings, row, CLAIM);
  }

  /** Returns the users table with the time limit of the last attempt. */
  static Users lastAttempt(FunctionSettings settings) {
    return DynamoDbUsers.from(settings, LAST_ATTEMPT);
  }

  @Override
  public PostConfirmationEvent handleRequest(PostConfirmationEvent event, Context context) {
    Invocation invocation = log.start(context);
    Outcome outcome;
    try {
      outcome = outcome(event, invocation);
    } catch (Throwable failure) {
      // No failure is shown to the user.
      invocation.failedBy(failure);
      outcome = Outcome.error("lost", "COPY_FAILED").countedAs("UserCopyLost");
    }
    invocation.ended(outcome);
    return event;
  }

  private Outcome outcome(PostConfirmationEvent event, Invocation invocation) {
    @Nullable String source = event.getTriggerSource();
    invocation.calledFor(source);
    // A reset of the password verifies the address too, and repairs a copy that was lost.
    if (CONFIRM_FORGOT_PASSWORD.equals(source)) {
      CognitoUser user = user(event);
      return notified(user, copy(user, invocation), invocation);
    }
    return "PostConfirmation_ConfirmSignUp".equals(source)
        ? copy(user(event), invocation)
        : Outcome.of("passed-through");
  }

  /** Queues the notice of a changed password; the row is more important and was written first. */
  private Outcome notified(CognitoUser user, Outcome copied, Invocation invocation) {
    if (user.missing() != null) {
      return copied;
    }
    try {
      notices.queue(user, clock.instant());
      return copied;
    } catch (Throwable failure) {
      invocation.failedBy(failure);
      return copied.error()
          ? copied
          : Outcome.error(copied.name(), "NOTICE_NOT_QUEUED").countedAs("MailsNotSent");
    }
  }

  private Outcome copy(CognitoUser user, Invocation invocation) {
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
      return defer(row);
    }
  }

  private Outcome defer(User row) {
    try {
      deferred.defer(row);
      return Outcome.error("deferred", "COPY_FAILED").countedAs("UserCopyDeferred");
    } catch (Throwable queueFailure) {
      // The first write may have been done and its answer lost, or the table may be back.
      return late(lastAttempt.get().putIfAbsent(row));
    }
  }

  /** Returns the outcome of a row that is not lost; reconcile makes its claim of a mailbox. */
  private static Outcome late(PutResult result) {
    return switch (result) {
      case WRITTEN -> Outcome.error("copied", "QUEUE_FAILED").countedAs("UsersCopied");
      case EXISTS -> Outcome.error("already-there", "QUEUE_FAILED");
      case ERASED -> Outcome.error("erased", "QUEUE_FAILED");
    };
  }

  private static CognitoUser user(PostConfirmationEvent event) {
    Map<String, String> attributes = event.getRequest().getUserAttributes();
    return new CognitoUser(
        attributes == null ? Map.of() : attributes, event.getUserName(), event.getUserPoolId());
  }
}
