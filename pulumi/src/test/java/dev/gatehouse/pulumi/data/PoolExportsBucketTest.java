package dev.gatehouse.pulumi.data;

import static dev.gatehouse.pulumi.plan.PlanVariants.variant;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.PlanVariants;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bucket of exports: private, under a lock, and empty of each export in the end. */
final class PoolExportsBucketTest {
  private static final RecordedPlan EXPORTED = variant("pictures");
  private static final String NAME = "pool-exports";

  private static JsonObject part(String type) {
    return inputs(EXPORTED.named("aws:s3/" + type, NAME));
  }

  @Test
  void nothingOfTheBucketIsPublic() {
    JsonObject block = part("bucketPublicAccessBlock:BucketPublicAccessBlock");
    for (String blocked :
        List.of(
            "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets")) {
      assertThat(block.get(blocked).getAsBoolean()).as(blocked).isTrue();
    }
    assertThat(part("bucketPolicy:BucketPolicy").get("policy").getAsString())
        .contains("\"Effect\":\"Deny\"", "\"aws:SecureTransport\":\"false\"")
        .doesNotContain("\"Allow\"");
    assertThat(
            part("bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2")
                .toString())
        .contains("AES256");
  }

  @Test
  void lockInGovernanceModeHoldsForTheRetention() {
    assertThat(part("bucketV2:BucketV2").get("objectLockEnabled").getAsBoolean()).isTrue();
    assertThat(part("bucketVersioningV2:BucketVersioningV2").toString()).contains("Enabled");
    JsonObject retention =
        part("bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2")
            .getAsJsonObject("rule")
            .getAsJsonObject("defaultRetention");
    assertThat(retention.get("mode").getAsString()).isEqualTo("GOVERNANCE");
    assertThat(retention.get("days").getAsInt()).isEqualTo(14);
  }

  @Test
  void exportExpiresAfterItsRetention() {
    assertThat(part("bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2").toString())
        .contains("\"prefix\":\"exports/\"", "\"days\":14", "\"noncurrentDays\":1");
  }

  /** Rebuilding a pool leaves out whoever has a tombstone, so no export may outlive one. */
  @Test
  void tombstonesOutliveExports() throws IOException {
    Matcher tombstone =
        Pattern.compile("TIME_TO_LIVE = Duration\\.ofDays\\((\\d+)\\)")
            .matcher(
                Files.readString(
                    Path.of("../users/src/main/java/dev/gatehouse/users/dynamodb/Tombstone.java")));
    Matcher longest =
        Pattern.compile("poolExportRetentionDays` \\| 1 to (\\d+) ")
            .matcher(Files.readString(Path.of("../docs/settings.md")));
    assertThat(tombstone.find()).isTrue();
    assertThat(longest.find()).isTrue();
    // An export expires at the midnight after, its version a day later; S3 may take some days more.
    assertThat(Integer.parseInt(tombstone.group(1)))
        .isGreaterThanOrEqualTo(Integer.parseInt(longest.group(1)) + 10);
  }

  @Test
  void functionReadsThePoolAndOnlyWritesExports() {
    assertThat(policy("pool-export-pool-exports"))
        .contains("\"Action\":\"s3:PutObject\"", "/exports/*");
    assertThat(policy("pool-export-user-pool"))
        .contains("cognito-idp:ListGroups", "cognito-idp:ListUsers")
        .doesNotContain("Admin", "Delete");
    assertThat(policy("pool-export-users")).doesNotContain("Put", "Delete", "Scan");
    assertThat(EXPORTED.text()).doesNotContain("s3:BypassGovernanceRetention");
  }

  @Test
  void scheduleCallsOftenEnoughToContinue() {
    JsonObject schedule = EXPORTED.named("aws:scheduler/schedule:Schedule", "pool-export");
    assertThat(input(schedule, "scheduleExpression")).isEqualTo("rate(15 minutes)");
    assertThat(EXPORTED.variables("pool-export").get("POOL_EXPORT_EVERY").getAsString())
        .isEqualTo("PT24H");
    assertThat(EXPORTED.variables("pool-export").get("POOL_EXPORT_BUCKET").getAsString())
        .isEqualTo(output(EXPORTED.named("aws:s3/bucketV2:BucketV2", NAME), "id"));
  }

  @Test
  void withoutTheSettingThePlanKnowsNoExports() {
    assertThat(PlanVariants.full().text()).doesNotContain("pool-export", "POOL_EXPORT");
    assertThat(RecordedPlan.PLAN.text()).doesNotContain("pool-export", "POOL_EXPORT");
  }

  private static String policy(String name) {
    return input(EXPORTED.named("aws:iam/rolePolicy:RolePolicy", name), "policy");
  }
}
