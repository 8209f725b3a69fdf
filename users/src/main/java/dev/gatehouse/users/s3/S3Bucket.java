package dev.gatehouse.users.s3;

import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.time.Clock;

/** A bucket into which a function only writes. */
public final class S3Bucket {
  private final S3Requests requests;

  private S3Bucket(S3Requests requests) {
    this.requests = requests;
  }

  /**
   * Returns the bucket that a variable names.
   *
   * @throws InvalidSetting if a setting is missing
   */
  public static S3Bucket of(FunctionSettings settings, String variable, String description) {
    return new S3Bucket(
        new S3Requests(
            AwsConnection.shared(),
            S3Endpoint.of(settings, variable, description),
            Clock.systemUTC()));
  }

  /** Stores an object, whose key has no character that needs an escape. */
  public void put(String key, String contentType, byte[] content) {
    requests.put(key, contentType, content);
  }
}
