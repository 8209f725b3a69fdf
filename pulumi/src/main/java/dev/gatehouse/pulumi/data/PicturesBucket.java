package dev.gatehouse.pulumi.data;

import com.pulumi.aws.s3.BucketCorsConfigurationV2;
import com.pulumi.aws.s3.BucketCorsConfigurationV2Args;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.inputs.BucketCorsConfigurationV2CorsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bucket of profile pictures, which nobody may read without a presigned URL: uploads are below
 * {@code incoming/}, pictures below {@code pictures/}.
 *
 * @param bucket null if the stack has no pictures
 */
public record PicturesBucket(@Nullable BucketV2 bucket) {
  /** The start of the keys of uploads. */
  public static final String INCOMING = "incoming/";

  private static final String NAME = "pictures";
  private static final int CORS_SECONDS = 3600;

  static PicturesBucket of(StackConfig config) {
    if (!config.profilePictures()) {
      return new PicturesBucket(null);
    }
    // Without a name of its own: names of buckets are unique among all accounts.
    BucketV2 bucket =
        new BucketV2(
            NAME,
            BucketV2Args.builder().forceDestroy(!config.protectData()).build(),
            DataProtection.ofOptional(config));
    BucketSecurity.add(config, NAME, bucket);
    expireUploads(bucket);
    allowPages(bucket, config.restApi().corsOrigins());
    return new PicturesBucket(bucket);
  }

  /** What the function could not process is nobody's picture, and may be of anybody. */
  private static void expireUploads(BucketV2 bucket) {
    new BucketLifecycleConfigurationV2(
        NAME,
        BucketLifecycleConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                BucketLifecycleConfigurationV2RuleArgs.builder()
                    .id("uploads")
                    .status("Enabled")
                    .filter(
                        BucketLifecycleConfigurationV2RuleFilterArgs.builder()
                            .prefix(INCOMING)
                            .build())
                    .expiration(
                        BucketLifecycleConfigurationV2RuleExpirationArgs.builder().days(1).build())
                    .abortIncompleteMultipartUpload(
                        BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs
                            .builder()
                            .daysAfterInitiation(1)
                            .build())
                    .build())
            .build());
  }

  private static void allowPages(BucketV2 bucket, List<String> origins) {
    if (origins.isEmpty()) {
      return;
    }
    new BucketCorsConfigurationV2(
        NAME,
        BucketCorsConfigurationV2Args.builder()
            .bucket(bucket.id())
            .corsRules(
                BucketCorsConfigurationV2CorsRuleArgs.builder()
                    .allowedOrigins(origins)
                    .allowedMethods("GET", "PUT")
                    .allowedHeaders("Content-Type")
                    .maxAgeSeconds(CORS_SECONDS)
                    .build())
            .build());
  }

  /** Returns whether the stack has pictures. */
  public boolean exists() {
    return bucket != null;
  }

  /** Returns the name. */
  public Output<String> name() {
    return present().id();
  }

  /** Returns the ARN. */
  public Output<String> arn() {
    return present().arn();
  }

  /** Returns the variables of a function that uses the bucket, none without pictures. */
  public Map<String, Output<String>> variables() {
    return bucket == null ? Map.of() : Map.of("PICTURES_BUCKET", bucket.id());
  }

  /** Returns a policy that allows these actions on uploads, or none without pictures. */
  public List<InlinePolicy> uploadPolicy(String... actions) {
    return policy("uploads", "/" + INCOMING + "*", actions);
  }

  /** Returns a policy that allows these actions on pictures, or none without pictures. */
  public List<InlinePolicy> picturePolicy(String... actions) {
    return policy(NAME, "/pictures/*", actions);
  }

  /** Returns a policy that allows these actions on the bucket, or none without pictures. */
  public List<InlinePolicy> bucketPolicy(String... actions) {
    return policy("bucket", "", actions);
  }

  private List<InlinePolicy> policy(String name, String keys, String... actions) {
    return bucket == null
        ? List.of()
        : List.of(
            new InlinePolicy(
                name, bucket.arn().applyValue(arn -> PolicyDocuments.allow(arn + keys, actions))));
  }

  private BucketV2 present() {
    return Objects.requireNonNull(bucket);
  }
}
