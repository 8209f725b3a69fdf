package dev.gatehouse.local.iam;

import dev.gatehouse.local.iam.policy.AccessRequest;
import dev.gatehouse.local.iam.policy.IamPrincipal.AssumedRole;
import dev.gatehouse.local.lambda.registry.ExecutionRoles;
import dev.gatehouse.local.lambda.registry.FunctionName;
import dev.gatehouse.local.lambda.registry.LambdaFunction;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.sqs.eventsource.QueuePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The sessions of the plan's functions, in whose names their processes and Lambda act. */
public final class FunctionPrincipals implements ExecutionRoles, QueuePermissions {

  private final Iam iam;
  private final Map<String, AssumedRole> byFunction = new HashMap<>();

  /** Creates the sessions of a plan's functions. */
  public FunctionPrincipals(Plan plan, Iam iam) {
    this.iam = iam;
    for (Resource function : plan.ofType("aws:lambda/function:Function")) {
      String name = function.output("name");
      byFunction.put(name, new AssumedRole(function.input("role"), name));
    }
  }

  @Override
  public Map<String, String> credentials(LambdaFunction function) {
    return iam.sessions().issue(principal(function.name())).variables();
  }

  @Override
  public Optional<String> refusal(LambdaFunction function, String action, String resource) {
    return refusal(function.name(), action, resource);
  }

  @Override
  public boolean allow(String functionArn, String action, String queueArn) {
    String name = FunctionName.parse(functionArn).orElseThrow().name();
    return refusal(name, action, queueArn).isEmpty();
  }

  private Optional<String> refusal(String function, String action, String resource) {
    return iam.authorizer()
        .deny(new AccessRequest(principal(function), action, resource))
        .map(Denial::message);
  }

  private AssumedRole principal(String function) {
    return Objects.requireNonNull(byFunction.get(function));
  }
}
