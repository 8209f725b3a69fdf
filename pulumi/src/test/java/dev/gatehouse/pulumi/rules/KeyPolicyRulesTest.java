package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.iam.PolicyDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Only the sender's role decrypts with the key of the codes, and the account administers it. */
final class KeyPolicyRulesTest {
  private static final String KEY =
      "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  private static final String ROLE = "arn:aws:iam::123456789012:role/sender";
  private static final KeyPolicyRules RULES = new KeyPolicyRules(ROLE, "eu-west-1_A");

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyKeyHasAPolicyThatKeepsTheRules(Variant variant) {
    for (var key : variant.plan().ofType("aws:kms/key:Key")) {
      var policy = variant.plan().only("aws:kms/keyPolicy:KeyPolicy");
      KeyPolicyRules rules =
          new KeyPolicyRules(
              output(variant.plan().named("aws:iam/role:Role", "custom-email-sender"), "arn"),
              output(variant.plan().only("aws:cognito/userPool:UserPool"), "id"));

      assertThat(input(policy, "keyId")).isEqualTo(output(key, "keyId"));
      assertThat(rules.violations(input(policy, "policy"))).isEmpty();
    }
  }

  @Test
  void keysAreInAPlan() {
    assertThat(Variant.all().flatMap(it -> it.plan().ofType("aws:kms/key:Key").stream()))
        .isNotEmpty();
  }

  @Test
  void policyOfTheProgramBreaksNoRule() {
    assertThat(RULES.violations(policy())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kms:PutKeyPolicy\",||root may not PutKeyPolicy",
        "\"kms:PutKeyPolicy\"|\"kms:PutKeyPolicy\",\"kms:Decrypt\"|not only the role may Decrypt",
        "\"kms:PutKeyPolicy\"|\"kms:*\"|not only the role may Decrypt",
        "\"kms:CreateGrant\"|\"kms:D*\"|not only the role may Decrypt",
        "role/sender|role/other|not only the role may Decrypt",
        "role/sender|root|not only the role may Decrypt",
        "\"kms:Decrypt\"|\"kms:Encrypt\"|the role may not Decrypt",
        "eu-west-1_A|eu-west-1_B|grants are not bound to the pool",
        "StringEquals|StringLike|not only the role may Decrypt",
      })
  void otherPolicyBreaksARule(String part, String replacement, String violation) {
    String other = policy().replace(part, replacement == null ? "" : replacement);

    assertThat(other).isNotEqualTo(policy());
    assertThat(RULES.violations(other)).anyMatch(it -> it.startsWith(violation));
  }

  private static String policy() {
    return PolicyDocuments.codeKey(KEY, ROLE, "eu-west-1_A");
  }
}
