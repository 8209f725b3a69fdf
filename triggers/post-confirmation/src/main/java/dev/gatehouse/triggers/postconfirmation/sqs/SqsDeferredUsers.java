package dev.gatehouse.triggers.postconfirmation.sqs;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.postconfirmation.DeferredUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.json.UserJson;
import java.time.Clock;
import java.time.Duration;

/** The SQS queue of rows that the users table did not take. */
public final class SqsDeferredUsers implements DeferredUsers {
  private static final String QUEUE = "DEFERRED_USERS_QUEUE_URL";

  /** Time limit of a call, after 1.8 seconds for the tables and before 0.2 for asking again. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(1);

  private final UserJson json = new UserJson();
  private final SqsQueue queue;
  private final Clock clock;

  private SqsDeferredUsers(SqsQueue queue, Clock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Returns the queue {@code DEFERRED_USERS_QUEUE_URL} in the region {@code AWS_REGION}.
   *
   * @throws InvalidSetting if one of the two is missing
   */
  public static SqsDeferredUsers from(FunctionSettings settings) {
    return new SqsDeferredUsers(
        new SqsQueue(
            settings.required("AWS_REGION", "the region of the queue"),
            settings.required(QUEUE, "the URL of the SQS queue of deferred users"),
            TIME_LIMIT),
        Clock.systemUTC());
  }

  @Override
  public void defer(User user) {
    queue.send(json.write(user, clock.instant()));
  }
}
