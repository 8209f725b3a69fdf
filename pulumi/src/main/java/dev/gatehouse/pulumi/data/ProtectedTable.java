package dev.gatehouse.pulumi.data;

import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableTtlArgs;
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
    return of(config, logicalName, args(config, logicalName, hashKey).build());
  }

  /** Declares a table whose items expire at the epoch second in an attribute, if they have it. */
  static ProtectedTable of(
      StackConfig config, String logicalName, String hashKey, String expiryAttribute) {
    return of(
        config,
        logicalName,
        args(config, logicalName, hashKey)
            .ttl(TableTtlArgs.builder().attributeName(expiryAttribute).enabled(true).build())
            .build());
  }

  private static ProtectedTable of(StackConfig config, String logicalName, TableArgs args) {
    return new ProtectedTable(logicalName, new Table(logicalName, args, DataProtection.of(config)));
  }

  private static TableArgs.Builder args(StackConfig config, String logicalName, String hashKey) {
    return TableArgs.builder()
        .name(config.named(logicalName))
        .billingMode("PAY_PER_REQUEST")
        .hashKey(hashKey)
        .attributes(TableAttributeArgs.builder().name(hashKey).type("S").build())
        .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
        .serverSideEncryption(DataEncryption.ofTable(config))
        .deletionProtectionEnabled(config.protectData());
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
