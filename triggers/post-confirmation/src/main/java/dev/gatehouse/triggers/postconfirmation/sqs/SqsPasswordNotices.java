package dev.gatehouse.triggers.postconfirmation.sqs;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.postconfirmation.PasswordNotices;
import dev.gatehouse.users.CognitoUser;
import io.avaje.json.stream.BufferedJsonWriter;
import io.avaje.json.stream.JsonStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The SQS queue of notices. A message is an event of the CustomEmailSender trigger with a trigger
 * source that Cognito does not have, so that the function which sends mails reads both alike.
 */
public final class SqsPasswordNotices implements PasswordNotices {
  private static final String QUEUE = "PASSWORD_NOTICES_QUEUE_URL";

  /**
   * Time limit of a call: what the tables and the queue of deferred users leave of four seconds.
   */
  private static final Duration TIME_LIMIT = Duration.ofMillis(800);

  private static final JsonStream JSON = JsonStream.builder().build();

  private final SqsQueue queue;

  private SqsPasswordNotices(SqsQueue queue) {
    this.queue = queue;
  }

  /**
   * Returns the queue {@code PASSWORD_NOTICES_QUEUE_URL}, or no notices if it is not set.
   *
   * @throws InvalidSetting if {@code AWS_REGION} is missing
   */
  public static PasswordNotices from(FunctionSettings settings) {
    @Nullable String url = settings.optional(QUEUE);
    return url == null
        ? PasswordNotices.NONE
        : new SqsPasswordNotices(
            new SqsQueue(
                settings.required("AWS_REGION", "the region of the queue"), url, TIME_LIMIT));
  }

  @Override
  public void queue(CognitoUser user, Instant at) {
    queue.send(message(user, at));
  }

  /**
   * Returns the message of a notice. Its EVENT_ID is the minute of the change: Cognito may call the
   * trigger three times for one change, of which one mail is sent.
   */
  static String message(CognitoUser user, Instant at) {
    BufferedJsonWriter json = JSON.bufferedWriter();
    json.beginObject();
    text(json, "triggerSource", "CustomEmailSender_PasswordChanged");
    text(json, "userPoolId", user.userPoolId());
    text(json, "userName", user.userName());
    json.name("request");
    json.beginObject();
    json.name("userAttributes");
    json.beginObject();
    for (String attribute : new String[] {"sub", "email", "locale"}) {
      text(json, attribute, user.attributes().get(attribute));
    }
    text(json, "EVENT_ID", at.truncatedTo(ChronoUnit.MINUTES).toString());
    json.endObject();
    json.endObject();
    json.endObject();
    return json.result();
  }

  private static void text(BufferedJsonWriter json, String name, @Nullable String value) {
    if (value != null) {
      json.name(name);
      json.value(value);
    }
  }
}
