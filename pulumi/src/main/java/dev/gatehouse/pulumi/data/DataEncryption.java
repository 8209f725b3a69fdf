package dev.gatehouse.pulumi.data;

import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/** The encryption of tables, queues and pictures: with keys of AWS, or with one of the account. */
public final class DataEncryption {
  private static final List<String> SERVICES = List.of("dynamodb", "s3", "sqs");

  private DataEncryption() {}

  static TableServerSideEncryptionArgs ofTable(StackConfig config) {
    String key = config.account().dataKeyArn();
    TableServerSideEncryptionArgs.Builder args =
        TableServerSideEncryptionArgs.builder().enabled(true);
    return (key.isEmpty() ? args : args.kmsKeyArn(key)).build();
  }

  /** Returns the arguments of an encrypted queue. */
  public static QueueArgs.Builder ofQueue(StackConfig config) {
    String key = config.account().dataKeyArn();
    return key.isEmpty()
        ? QueueArgs.builder().sqsManagedSseEnabled(true)
        : QueueArgs.builder().kmsMasterKeyId(key);
  }

  static BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
      ofBucket(StackConfig config) {
    String key = config.account().dataKeyArn();
    var args =
        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
            .builder();
    return key.isEmpty()
        ? args.sseAlgorithm("AES256").build()
        : args.sseAlgorithm("aws:kms").kmsMasterKeyId(key).build();
  }

  /** Returns a policy that allows the services to use the account's key, or none without it. */
  public static List<InlinePolicy> policies(StackConfig config) {
    String key = config.account().dataKeyArn();
    return key.isEmpty()
        ? List.of()
        : List.of(new InlinePolicy("data-key", Output.of(PolicyDocuments.useKey(key, SERVICES))));
  }
}
