package dev.gatehouse.triggers.postconfirmation.sqs;

import dev.gatehouse.lambda.aws.AwsConnection;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An SQS queue, with a client of its own for each message: few processes ever need one. */
record SqsQueue(String region, String url, Duration timeLimit) {
  private static final Duration ATTEMPT = Duration.ofSeconds(1);
  private static final int ATTEMPTS = 2;

  /** Sends a message within the time limit; throws what the SDK throws. */
  void send(String body) {
    try (SqsClient client = client()) {
      client.sendMessage(send -> send.queueUrl(url).messageBody(body));
    }
  }

  private SqsClient client() {
    return AwsConnection.shared()
        .of(
            SqsClient.builder(),
            region,
            all ->
                all.apiCallTimeout(timeLimit)
                    .apiCallAttemptTimeout(ATTEMPT)
                    .retryStrategy(retry -> retry.maxAttempts(ATTEMPTS)))
        .build();
  }
}
