package dev.gatehouse.pulumi.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.policybuilder.iam.IamAction;
import software.amazon.awssdk.policybuilder.iam.IamCondition;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamPolicyReader;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/**
 * What the policy of the key of the codes must and must not say.
 *
 * @param roleArn the role that decrypts
 * @param poolId the pool whose codes it decrypts
 */
record KeyPolicyRules(String roleArn, String poolId) {
  private static final Pattern ROOT = Pattern.compile("arn:aws:iam::\\d{12}:root");

  /** Returns a sentence for each rule that a policy breaks. */
  List<String> violations(String policy) {
    List<IamStatement> statements = IamPolicyReader.create().read(policy).statements();
    List<String> violations = new ArrayList<>();
    if (statements.stream().noneMatch(it -> isOfRoot(it) && covers(it, "kms:PutKeyPolicy"))) {
      violations.add("root may not PutKeyPolicy: nobody could change the policy again");
    }
    for (IamStatement statement : statements) {
      if (covers(statement, "kms:Decrypt") && !isOfTheRoleForThePool(statement)) {
        violations.add("not only the role may Decrypt: " + statement);
      }
      if (covers(statement, "kms:CreateGrant") && !isForThePool(statement)) {
        violations.add("grants are not bound to the pool: " + statement);
      }
    }
    if (statements.stream().noneMatch(it -> covers(it, "kms:Decrypt"))) {
      violations.add("the role may not Decrypt");
    }
    return violations;
  }

  private boolean isOfTheRoleForThePool(IamStatement statement) {
    return statement.principals().equals(List.of(IamPrincipal.create("AWS", roleArn)))
        && isForThePool(statement);
  }

  private boolean isForThePool(IamStatement statement) {
    return statement
        .conditions()
        .contains(IamCondition.create("StringEquals", "kms:EncryptionContext:userpool-id", poolId));
  }

  private static boolean isOfRoot(IamStatement statement) {
    return statement.principals().stream().allMatch(it -> ROOT.matcher(it.id()).matches())
        && statement.conditions().isEmpty();
  }

  /** Returns whether a statement allows an action, by its name or by a wildcard. */
  private static boolean covers(IamStatement statement, String action) {
    return statement.effect().equals(IamEffect.ALLOW)
        && (!statement.notActions().isEmpty()
            || statement.actions().stream()
                .map(IamAction::value)
                .anyMatch(it -> pattern(it).matcher(action).matches()));
  }

  private static Pattern pattern(String action) {
    String regex =
        Stream.of(action.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
