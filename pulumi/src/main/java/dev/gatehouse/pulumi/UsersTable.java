package dev.gatehouse.pulumi;

import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;

/** Is the table with one row for every confirmed user, keyed by {@code sub}. */
record UsersTable(Table table) {
  static UsersTable of(StackConfig config) {
    return new UsersTable(
        new Table(
            "users",
            TableArgs.builder()
                .name(config.named("users"))
                .billingMode("PAY_PER_REQUEST")
                .hashKey("sub")
                .attributes(TableAttributeArgs.builder().name("sub").type("S").build())
                .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
                .serverSideEncryption(TableServerSideEncryptionArgs.builder().enabled(true).build())
                .deletionProtectionEnabled(config.protectData())
                .build(),
            protection(config)));
  }

  /**
   * Returns the right to do these things to a row, and nothing else, for the role of a function.
   */
  JavaFunction.Grant grant(String... actions) {
    return new JavaFunction.Grant(
        "users", table.arn().applyValue(arn -> Policies.rows(arn, actions)));
  }

  Output<String> name() {
    return table.name();
  }

  /** Keeps what cannot be made again, people's accounts: `pulumi destroy` stops before it. */
  static CustomResourceOptions protection(StackConfig config) {
    return CustomResourceOptions.builder()
        .protect(config.protectData())
        .retainOnDelete(config.protectData())
        .build();
  }
}
