package dev.gatehouse.local.iam.policy;

import dev.gatehouse.local.iam.policy.ConditionOperator.ValuePattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A condition of a statement: an operator, a key and the values of which one must match.
 *
 * @param key the condition key, in lower case
 */
record PolicyCondition(ConditionOperator operator, String key, List<ValuePattern> values) {

  /** The prefix of keys that name a pair of the encryption context. */
  static final String ENCRYPTION_CONTEXT = "kms:encryptioncontext:";

  /**
   * The keys that are evaluated. A request to the emulator has no {@code aws:SecureTransport}: what
   * a policy says about TLS is for AWS. Nor has it {@code sts:ExternalId}, by which the role of a
   * pool's text messages trusts Cognito: none is sent here. No service calls KMS for a function, so
   * {@code kms:ViaService} has no value.
   */
  private static final Set<String> KEYS =
      Set.of(
          "aws:securetransport",
          "aws:sourcearn",
          "aws:sourceaccount",
          "kms:viaservice",
          "ses:fromaddress",
          "sts:externalid");

  static PolicyCondition of(ConditionOperator operator, String key, List<String> values) {
    return new PolicyCondition(
        operator, normalized(key), values.stream().map(operator::pattern).toList());
  }

  /** Returns whether the emulator evaluates this key. */
  static boolean isSupported(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return KEYS.contains(name) || name.startsWith(ENCRYPTION_CONTEXT);
  }

  /** Returns the key as contexts have it: the name of a pair keeps its case. */
  static String normalized(String key) {
    return key.toLowerCase(Locale.ROOT).startsWith(ENCRYPTION_CONTEXT)
        ? ENCRYPTION_CONTEXT + key.substring(ENCRYPTION_CONTEXT.length())
        : key.toLowerCase(Locale.ROOT);
  }

  boolean holds(Map<String, String> context) {
    String actual = context.get(key);
    boolean matches = actual != null && values.stream().anyMatch(value -> value.matches(actual));
    return matches != operator.negated();
  }
}
