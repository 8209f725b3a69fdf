package dev.gatehouse.pulumi;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.settings.StackConfig;

/** Is the key under which Cognito hands codes to the function that sends them. */
record CodeKey(Key key) {
  private static final int DAYS_TO_REGRET = 30;

  static CodeKey of(StackConfig config) {
    Key key =
        new Key(
            "codes",
            KeyArgs.builder()
                .description("Codes of %s on their way from Cognito".formatted(config.prefix()))
                .enableKeyRotation(true)
                .deletionWindowInDays(DAYS_TO_REGRET)
                .build(),
            Protection.of(config));
    new Alias(
        "codes",
        AliasArgs.builder()
            .name("alias/" + config.named("codes"))
            .targetKeyId(key.keyId())
            .build());
    return new CodeKey(key);
  }

  Output<String> arn() {
    return key.arn();
  }

  /** Returns the right to read what was written for one pool. */
  JavaFunction.Grant grant(Output<String> poolId) {
    return new JavaFunction.Grant(
        "codes", Output.tuple(key.arn(), poolId).applyValue(it -> Policies.codesOf(it.t1, it.t2)));
  }
}
