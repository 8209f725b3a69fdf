package dev.gatehouse.pulumi.data;

import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TableTtlArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.settings.StackConfig;

/**
 * A table whose items expire at the epoch second in {@code expiresAt}. It is neither protected nor
 * restorable, since an item has no value after that.
 *
 * @param logicalName the name in the program, without the prefix of the stack
 */
public record ExpiringTable(String logicalName, Table table) {
  /** Declares the table of the codes already sent: a repeated invocation sends no second mail. */
  public static ExpiringTable ofSentCodes(StackConfig config) {
    return of(config, "sent-codes", "code");
  }

  /** Declares the table of the requests that clients may send twice, with their responses. */
  public static ExpiringTable ofIdempotencyKeys(StackConfig config) {
    return of(config, "idempotency-keys", "id");
  }

  private static ExpiringTable of(StackConfig config, String logicalName, String hashKey) {
    return new ExpiringTable(
        logicalName,
        new Table(
            logicalName,
            TableArgs.builder()
                .name(config.named(logicalName))
                .billingMode("PAY_PER_REQUEST")
                .hashKey(hashKey)
                .attributes(TableAttributeArgs.builder().name(hashKey).type("S").build())
                .ttl(TableTtlArgs.builder().attributeName("expiresAt").enabled(true).build())
                .serverSideEncryption(DataEncryption.ofTable(config))
                .build()));
  }

  /** Returns a policy that allows these actions on the table. */
  public InlinePolicy policy(String... actions) {
    return new InlinePolicy(
        logicalName, table.arn().applyValue(arn -> PolicyDocuments.allow(arn, actions)));
  }

  /** Returns the name of the table. */
  public Output<String> name() {
    return table.name();
  }
}
