package dev.gatehouse.pulumi.data;

import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.plan.RecordedPlan;
import dev.gatehouse.pulumi.rules.Variant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What stores users' data is encrypted, with the account's key if the stack names one. */
final class DataEncryptionTest {
  private static final String TABLE = "aws:dynamodb/table:Table";
  private static final String QUEUE = "aws:sqs/queue:Queue";
  private static final String BUCKET =
      "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
  private static final RecordedPlan WITH_KEY = Variant.alarmTopic().plan();

  @Test
  void everyTableIsEncryptedWithTheKeyOfTheAccount() {
    assertThat(WITH_KEY.ofType(TABLE))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            it ->
                assertThat(inputs(it).getAsJsonObject("serverSideEncryption").toString())
                    .as(text(it, "name"))
                    .contains("\"enabled\":true", Variant.DATA_KEY));
  }

  @Test
  void everyQueueIsEncryptedWithTheKeyOfTheAccount() {
    assertThat(WITH_KEY.ofType(QUEUE))
        .hasSizeGreaterThan(4)
        .allSatisfy(
            it ->
                assertThat(inputs(it).toString())
                    .as(text(it, "name"))
                    .contains("\"kmsMasterKeyId\":\"" + Variant.DATA_KEY));
  }

  @Test
  void everyBucketIsEncryptedWithTheKeyOfTheAccount() {
    assertThat(WITH_KEY.ofType("aws:s3/bucketV2:BucketV2"))
        .hasSize(2)
        .allSatisfy(
            it ->
                assertThat(inputs(WITH_KEY.named(BUCKET, text(it, "name"))).toString())
                    .contains("aws:kms", Variant.DATA_KEY));
  }

  @Test
  void everyFunctionThatStoresMayUseTheKey() {
    Set<String> policies =
        WITH_KEY.ofType("aws:iam/rolePolicy:RolePolicy").stream()
            .map(it -> text(it, "name"))
            .collect(Collectors.toSet());

    for (String function :
        Set.of("api", "custom-email-sender", "deferred-users", "erase", "pool-export")) {
      assertThat(policies).contains(function + "-data-key");
    }
    assertThat(policies)
        .contains("post-confirmation-data-key", "reconcile-data-key", "profile-picture-data-key")
        .doesNotContain("pre-sign-up-data-key");
  }

  @Test
  void withoutTheSettingKeysOfAwsEncrypt() {
    assertThat(PLAN.ofType(TABLE))
        .isNotEmpty()
        .allSatisfy(
            it ->
                assertThat(inputs(it).getAsJsonObject("serverSideEncryption"))
                    .hasToString("{\"enabled\":true}"));
    assertThat(PLAN.ofType(QUEUE))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(input(it, "sqsManagedSseEnabled")).isEqualTo("true"));
    assertThat(PLAN.text()).doesNotContain("kmsMasterKeyId", "kmsKeyArn");
  }
}
