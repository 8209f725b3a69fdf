package dev.gatehouse.pulumi.lookup;

import com.pulumi.aws.Utilities;
import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.InvokeArgs;
import java.util.Map;

/**
 * A function of Pulumi's AWS provider that reads what exists. Its result is a map, since the
 * generated types demand properties that AWS leaves out.
 */
public enum Lookup {
  /** An alias of a Lambda function. */
  LAMBDA_ALIAS("aws:lambda/getAlias:getAlias"),
  /** A version of a Lambda function, or the one that an alias serves. */
  LAMBDA_FUNCTION("aws:lambda/getFunction:getFunction"),
  /** A DynamoDB table. */
  TABLE("aws:dynamodb/getTable:getTable"),
  /** A user pool. */
  USER_POOL("aws:cognito/getUserPool:getUserPool"),
  /** The records of a hosted zone. */
  RECORDS("aws:route53/getRecords:getRecords");

  private static final TypeShape<Map<String, Object>> RESULT =
      TypeShape.<Map<String, Object>>builder(Map.class)
          .addParameter(String.class)
          .addParameter(Object.class)
          .build();

  private final String function;

  Lookup(String function) {
    this.function = function;
  }

  /** Returns the result once all arguments are known, and nothing in a preview that lacks one. */
  public Output<Map<String, Object>> later(InvokeArgs args) {
    return Deployment.getInstance()
        .invoke(function, RESULT, args, Utilities.withVersion(InvokeOptions.Empty));
  }

  /** Returns the result, before anything is declared that depends on it. */
  public Map<String, Object> now(InvokeArgs args) {
    return Deployment.getInstance()
        .invokeAsync(function, RESULT, args, Utilities.withVersion(InvokeOptions.Empty))
        .join();
  }
}
