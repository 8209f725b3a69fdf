package dev.gatehouse.local.iam.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The document of a policy. */
public final class PolicyDocument {

  private final String json;
  private final List<PolicyStatement> statements;

  PolicyDocument(String json, List<PolicyStatement> statements) {
    this.json = json;
    this.statements = List.copyOf(statements);
  }

  /** What the statements of a policy say about a request. */
  public enum Effect {
    /** A statement denies the request, whatever others allow. */
    DENY,
    /** A statement allows the request. */
    ALLOW,
    /** A statement of a resource's policy leaves the decision to the account's own policies. */
    DELEGATE,
    /** No statement is about the request. */
    NONE
  }

  /** Parses a policy of a role; throws {@link PolicyInvalid}. */
  public static PolicyDocument ofRole(String json) throws PolicyInvalid {
    return PolicyReader.read(json, PolicyReader.Kind.IDENTITY);
  }

  /** Parses a policy of a resource; throws {@link PolicyInvalid}. */
  public static PolicyDocument ofResource(String json) throws PolicyInvalid {
    return PolicyReader.read(json, PolicyReader.Kind.RESOURCE);
  }

  /** Parses the trust policy of a role; throws {@link PolicyInvalid}. */
  public static PolicyDocument ofTrust(String json) throws PolicyInvalid {
    return PolicyReader.read(json, PolicyReader.Kind.TRUST);
  }

  /** Returns the document as it was given. */
  public String json() {
    return json;
  }

  /** Returns what the policy says about a request; Deny comes before Allow. */
  public Effect effect(AccessRequest request) {
    List<Effect> effects =
        statements.stream()
            .filter(statement -> statement.isAbout(request))
            .map(statement -> effect(statement, request))
            .toList();
    return effects.stream().min(Enum::compareTo).orElse(Effect.NONE);
  }

  /** Returns the actions of Allow statements that a request needs, as the policy has them. */
  public List<PolicyGrant> grants(AccessRequest request) {
    List<PolicyGrant> grants = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      PolicyStatement statement = statements.get(i);
      if (statement.isAbout(request) && effect(statement, request) == Effect.ALLOW) {
        for (String action : statement.actionsFor(request.action())) {
          grants.add(new PolicyGrant(i, action));
        }
      }
    }
    return grants;
  }

  /** Returns the actions of all Allow statements. */
  public List<PolicyGrant> grants() {
    List<PolicyGrant> grants = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i).allows()) {
        for (String action : statements.get(i).actions().texts()) {
          grants.add(new PolicyGrant(i, action));
        }
      }
    }
    return grants;
  }

  /**
   * An action of an Allow statement.
   *
   * @param statement the position of the statement, from 0
   * @param action the action as the policy has it, with wildcards
   */
  public record PolicyGrant(int statement, String action) {}

  private static Effect effect(PolicyStatement statement, AccessRequest request) {
    PrincipalElement principal = statement.principal();
    boolean named = principal == null || principal.names(request.principal());
    boolean delegated =
        !named && Objects.requireNonNull(principal).namesAccountOf(request.principal());
    if (!statement.allows()) {
      return named || delegated ? Effect.DENY : Effect.NONE;
    }
    if (named) {
      return Effect.ALLOW;
    }
    return delegated ? Effect.DELEGATE : Effect.NONE;
  }
}
