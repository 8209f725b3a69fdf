package dev.gatehouse.pulumi.data;

import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.settings.StackConfig;

/**
 * A table with encryption, point-in-time recovery and deletion protection.
 *
 * @param logicalName the name in the program, without the prefix of the stack
 */
record ProtectedTable(String logicalName, Table table) {
  static ProtectedTable of(StackConfig config, String logicalName, String hashKey) {
    return new ProtectedTable(
        logicalName,
        new Table(
            logicalName,
            TableArgs.builder()
                .name(config.named(logicalName))
                .billingMode("PAY_PER_REQUEST")
                .hashKey(hashKey)
                .attributes(TableAttributeArgs.builder().name(hashKey).type("S").build())
                .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
                .serverSideEncryption(TableServerSideEncryptionArgs.builder().enabled(true).build())
                .deletionProtectionEnabled(config.protectData())
                .build(),
            DataProtection.of(config)));
  }

  /** Returns a policy that allows these actions on the table. */
  InlinePolicy policy(String... actions) {
    return new InlinePolicy(
        logicalName, table.arn().applyValue(arn -> PolicyDocuments.allow(arn, actions)));
  }

  Output<String> name() {
    return table.name();
  }
}
