package dev.gatehouse.local.iam.policy;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy.
 *
 * @param principal null in the policy of a role
 * @param resources null in the trust policy of a role
 */
record PolicyStatement(
    boolean allows,
    @Nullable PrincipalElement principal,
    Patterns actions,
    @Nullable Patterns resources,
    List<PolicyCondition> conditions) {

  /**
   * The patterns of Action or NotAction, Resource or NotResource.
   *
   * @param texts the patterns as the policy has them
   * @param negated whether the statement is about everything else
   */
  record Patterns(List<String> texts, List<TextPattern> patterns, boolean negated) {

    boolean match(String text) {
      return patterns.stream().anyMatch(pattern -> pattern.matches(text)) != negated;
    }
  }

  /** Returns whether action, resource and conditions are those of the request. */
  boolean isAbout(AccessRequest request) {
    return actions.match(request.action())
        && (resources == null || resources.match(request.resource()))
        && conditions.stream().allMatch(condition -> condition.holds(request.context()));
  }

  /** Returns the actions that match, as the policy has them; all of them for NotAction. */
  List<String> actionsFor(String action) {
    return IntStream.range(0, actions.texts().size())
        .filter(i -> actions.negated() || actions.patterns().get(i).matches(action))
        .mapToObj(actions.texts()::get)
        .toList();
  }
}
