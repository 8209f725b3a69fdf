package dev.gatehouse.pulumi;

import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.aws.dynamodb.inputs.TableTtlArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.settings.StackConfig;

/** Is the table of codes that were sent, so that a call that Cognito repeats sends none twice. */
record SentCodes(Table table) {
  static SentCodes of(StackConfig config) {
    return new SentCodes(
        // Neither protected nor restorable: a row is worth nothing once its code has expired.
        new Table(
            "sent-codes",
            TableArgs.builder()
                .name(config.named("sent-codes"))
                .billingMode("PAY_PER_REQUEST")
                .hashKey("code")
                .attributes(TableAttributeArgs.builder().name("code").type("S").build())
                .ttl(TableTtlArgs.builder().attributeName("expiresAt").enabled(true).build())
                .serverSideEncryption(TableServerSideEncryptionArgs.builder().enabled(true).build())
                .build()));
  }

  /** Returns the right to do these things to a row, for the role of a function. */
  JavaFunction.Grant grant(String... actions) {
    return new JavaFunction.Grant(
        "sent-codes", table.arn().applyValue(arn -> Policies.rows(arn, actions)));
  }

  Output<String> name() {
    return table.name();
  }
}
