package dev.gatehouse.local.lambda.invoke;

import java.time.Duration;

/**
 * The limits of asynchronous invocations.
 *
 * @param maximumAge how old an event may be when it is sent again
 * @param maximumRetries how often it is sent again after its function failed
 */
public record EventInvokeConfig(Duration maximumAge, int maximumRetries) {

  /** What Lambda does without a configuration. */
  public static final EventInvokeConfig DEFAULT = new EventInvokeConfig(Duration.ofHours(6), 2);
}
