package dev.gatehouse.pulumi.data;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.kms.KeyPolicy;
import com.pulumi.aws.kms.KeyPolicyArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The KMS key with which Cognito encrypts the codes that a function sends. */
public record CodeKey(Key key) {
  private static final int DELETION_WINDOW_DAYS = 30;

  /** Declares the key and its alias. */
  public static CodeKey of(StackConfig config) {
    Key key =
        new Key(
            "codes",
            KeyArgs.builder()
                .description(
                    "Encrypts the codes that Cognito passes to functions of %s"
                        .formatted(config.prefix()))
                .enableKeyRotation(true)
                .deletionWindowInDays(DELETION_WINDOW_DAYS)
                .build(),
            DataProtection.ofOptional(config));
    new Alias(
        "codes",
        AliasArgs.builder()
            .name("alias/" + config.named("codes"))
            .targetKeyId(key.keyId())
            .build());
    return new CodeKey(key);
  }

  /** Returns the ARN of the key. */
  public Output<String> arn() {
    return key.arn();
  }

  /**
   * Declares the policy of the key, by which only this role may decrypt, and only the codes of one
   * pool. It is a resource of its own, since the pool names the key, and the policy the pool.
   */
  public void allowDecryption(Output<String> roleArn, Output<String> poolId) {
    new KeyPolicy(
        "codes",
        KeyPolicyArgs.builder()
            .keyId(key.keyId())
            .policy(
                Output.tuple(key.arn(), roleArn, poolId)
                    .applyValue(it -> PolicyDocuments.codeKey(it.t1, it.t2, it.t3)))
            .build());
  }
}
