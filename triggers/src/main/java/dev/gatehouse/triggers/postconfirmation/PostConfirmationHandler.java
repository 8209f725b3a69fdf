package dev.gatehouse.triggers.postconfirmation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.gatehouse.triggers.InvocationLog;
import dev.gatehouse.triggers.InvocationLog.Invocation;
import dev.gatehouse.triggers.Outcome;
import dev.gatehouse.users.DynamoDbUsers;
import dev.gatehouse.users.Users;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies a confirmed user into the users table, once.
 *
 * <p>It never fails: Cognito has confirmed the user already and will not call again, so an error
 * would tell the person of a failure that is not theirs. A row that could not be written is
 * counted, and is written when the person first asks for their profile.
 */
public final class PostConfirmationHandler
    implements RequestHandler<PostConfirmationEvent, PostConfirmationEvent> {
  private final Users users;
  private final Clock clock;
  private final InvocationLog log;

  /** Connects to the table that the environment names. */
  public PostConfirmationHandler() {
    this(
        DynamoDbUsers.from(System.getenv()),
        Clock.systemUTC(),
        InvocationLog.of("post-confirmation"));
  }

  PostConfirmationHandler(Users users, Clock clock, InvocationLog log) {
    this.users = users;
    this.clock = clock;
    this.log = log;
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
      outcome = Outcome.error("deferred", "COPY_FAILED").countedAs("UserCopyDeferred");
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
    return users.putIfAbsent(user.firstRow(clock.instant()))
        ? Outcome.of("copied").countedAs("UsersCopied")
        : Outcome.of("already-there");
  }

  private static ConfirmedUser confirmed(PostConfirmationEvent event) {
    Map<String, String> attributes = event.getRequest().getUserAttributes();
    return new ConfirmedUser(
        attributes == null ? Map.of() : attributes, event.getUserName(), event.getUserPoolId());
  }
}
