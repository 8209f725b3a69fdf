package dev.gatehouse.pulumi.data;

import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.aws.dynamodb.inputs.TableTtlArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The table of the codes already sent, so that a repeated invocation sends no second mail. */
public record SentCodesTable(Table table) {
  /** Declares the table. */
  public static SentCodesTable of(StackConfig config) {
    return new SentCodesTable(
        // Neither protected nor restorable: a row has no value once its code has expired.
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

  /** Returns a policy that allows these actions on the table. */
  public InlinePolicy policy(String... actions) {
    return new InlinePolicy(
        "sent-codes", table.arn().applyValue(arn -> PolicyDocuments.allow(arn, actions)));
  }

  /** Returns the name of the table. */
  public Output<String> name() {
    return table.name();
  }
}
