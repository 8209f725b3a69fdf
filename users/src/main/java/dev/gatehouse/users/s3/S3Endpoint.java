package dev.gatehouse.users.s3;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Where a bucket is: at a host of its own, or below the endpoint that AWS's variables name for all
 * SDKs, where such a host may not resolve.
 *
 * @param bucket the URL of the bucket without a slash at its end
 */
record S3Endpoint(URI bucket, String region) {

  /**
   * Returns the endpoint of the bucket {@code PICTURES_BUCKET}.
   *
   * @throws InvalidSetting if a setting is missing
   */
  static S3Endpoint from(FunctionSettings settings) {
    return of(settings, "PICTURES_BUCKET", "the name of the bucket of pictures");
  }

  /**
   * Returns the endpoint of the bucket that a variable names.
   *
   * @throws InvalidSetting if a setting is missing
   */
  static S3Endpoint of(FunctionSettings settings, String variable, String description) {
    String name = settings.required(variable, description);
    String region = settings.required("AWS_REGION", "the region of that bucket");
    @Nullable String given = settings.optional("AWS_ENDPOINT_URL_S3");
    given = given == null ? settings.optional("AWS_ENDPOINT_URL") : given;
    return new S3Endpoint(
        given == null || given.isBlank()
            ? URI.create("https://%s.s3.%s.%s".formatted(name, region, dnsSuffix(region)))
            : URI.create(given.replaceFirst("/+$", "") + "/" + name),
        region);
  }

  private static String dnsSuffix(String region) {
    return PartitionMetadata.of(Region.of(region)).dnsSuffix();
  }

  /** Returns the URL of an object, whose key has no character that needs an escape. */
  URI object(String key) {
    return URI.create(bucket + "/" + key);
  }
}
