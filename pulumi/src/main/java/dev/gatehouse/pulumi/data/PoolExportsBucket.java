package dev.gatehouse.pulumi.data;

import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketObjectLockConfigurationV2;
import com.pulumi.aws.s3.BucketObjectLockConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketObjectLockConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketObjectLockConfigurationV2RuleDefaultRetentionArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bucket of the exports of the user pool. Its lock lets nobody delete or change an export
 * before its retention is over, but who has the permission to bypass it; then it expires.
 *
 * @param bucket null if the pool is not exported
 */
public record PoolExportsBucket(@Nullable BucketV2 bucket) {
  /** The start of the keys of exports. */
  private static final String EXPORTS = "exports/";

  private static final String NAME = "pool-exports";

  static PoolExportsBucket of(StackConfig config) {
    if (!config.recovery().exportsPool()) {
      return new PoolExportsBucket(null);
    }
    // Without a name of its own: names of buckets are unique among all accounts.
    BucketV2 bucket =
        new BucketV2(
            NAME,
            BucketV2Args.builder()
                .objectLockEnabled(true)
                .forceDestroy(!config.protectData())
                .build(),
            DataProtection.ofOptional(config));
    BucketSecurity.add(config, NAME, bucket);
    lock(bucket, config.recovery().poolExportRetentionDays());
    expire(bucket, config.recovery().poolExportRetentionDays());
    return new PoolExportsBucket(bucket);
  }

  private static void lock(BucketV2 bucket, int days) {
    BucketVersioningV2 versioning =
        new BucketVersioningV2(
            NAME,
            BucketVersioningV2Args.builder()
                .bucket(bucket.id())
                .versioningConfiguration(
                    BucketVersioningV2VersioningConfigurationArgs.builder()
                        .status("Enabled")
                        .build())
                .build());
    new BucketObjectLockConfigurationV2(
        NAME,
        BucketObjectLockConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rule(
                BucketObjectLockConfigurationV2RuleArgs.builder()
                    .defaultRetention(
                        BucketObjectLockConfigurationV2RuleDefaultRetentionArgs.builder()
                            .mode("GOVERNANCE")
                            .days(days)
                            .build())
                    .build())
            .build(),
        CustomResourceOptions.builder().dependsOn(versioning).build());
  }

  /** Without this, those who were erased since would stay in the exports for ever. */
  private static void expire(BucketV2 bucket, int days) {
    new BucketLifecycleConfigurationV2(
        NAME,
        BucketLifecycleConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                BucketLifecycleConfigurationV2RuleArgs.builder()
                    .id("exports")
                    .status("Enabled")
                    .filter(
                        BucketLifecycleConfigurationV2RuleFilterArgs.builder()
                            .prefix(EXPORTS)
                            .build())
                    .expiration(
                        BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                            .days(days)
                            .build())
                    .noncurrentVersionExpiration(
                        BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                            .noncurrentDays(1)
                            .build())
                    .build())
            .build());
  }

  /** Returns the name. */
  public Output<String> name() {
    return present().id();
  }

  /** Returns a policy that allows these actions on exports. */
  public InlinePolicy policy(String... actions) {
    return new InlinePolicy(
        NAME,
        present()
            .arn()
            .applyValue(arn -> PolicyDocuments.allow(arn + "/" + EXPORTS + "*", actions)));
  }

  /** Returns the name for the outputs of the stack, or none. */
  public List<Output<String>> names() {
    return bucket == null ? List.of() : List.of(bucket.id());
  }

  private BucketV2 present() {
    return Objects.requireNonNull(bucket);
  }
}
