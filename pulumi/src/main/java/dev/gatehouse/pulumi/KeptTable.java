package dev.gatehouse.pulumi;

import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.settings.StackConfig;

/** Is a table whose rows cannot be made again: encrypted, restorable and kept. */
record KeptTable(String purpose, Table table) {
  static KeptTable of(StackConfig config, String purpose, String key) {
    return new KeptTable(
        purpose,
        new Table(
            purpose,
            TableArgs.builder()
                .name(config.named(purpose))
                .billingMode("PAY_PER_REQUEST")
                .hashKey(key)
                .attributes(TableAttributeArgs.builder().name(key).type("S").build())
                .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
                .serverSideEncryption(TableServerSideEncryptionArgs.builder().enabled(true).build())
                .deletionProtectionEnabled(config.protectData())
                .build(),
            Protection.of(config)));
  }

  /**
   * Returns the right to do these things to a row, and nothing else, for the role of a function.
   */
  JavaFunction.Grant grant(String... actions) {
    return new JavaFunction.Grant(
        purpose, table.arn().applyValue(arn -> Policies.rows(arn, actions)));
  }

  Output<String> name() {
    return table.name();
  }
}
