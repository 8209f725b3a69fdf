package dev.gatehouse.messages;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The values of a mail's placeholders: the only parts that differ between two mails of a kind.
 *
 * @param code the code, the temporary password, or the text that Cognito replaces with either
 * @param userName the user name of an invitation, or the text that Cognito replaces with it
 * @param time when the user asked for the mail, or null to leave the sentence out
 */
public record Placeholders(
    @Nullable String code, @Nullable String userName, @Nullable Instant time) {
  /** Creates the values of a mail that does not say when it was asked for. */
  public Placeholders(@Nullable String code, @Nullable String userName) {
    this(code, userName, null);
  }

  /** Returns the values of a mail with a code and without a user name. */
  public static Placeholders of(@Nullable String code) {
    return new Placeholders(code, null, null);
  }

  /** Returns the same values with a time. */
  public Placeholders at(Instant moment) {
    return new Placeholders(code, userName, moment);
  }

  /** Returns the time of day in UTC, {@code 10:42} for example. */
  @Nullable String timeOfDay() {
    return time == null
        ? null
        : LocalTime.ofInstant(time, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
