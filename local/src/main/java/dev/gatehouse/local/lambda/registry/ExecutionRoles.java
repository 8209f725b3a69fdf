package dev.gatehouse.local.lambda.registry;

import java.util.Map;
import java.util.Optional;

/** The execution roles of functions: their credentials, and what they allow Lambda itself. */
public interface ExecutionRoles {

  /** The roles of a plan without roles, which allow everything. */
  ExecutionRoles UNRESTRICTED =
      new ExecutionRoles() {
        @Override
        public Map<String, String> credentials(LambdaFunction function) {
          return Map.of(
              "AWS_ACCESS_KEY_ID", "local",
              "AWS_SECRET_ACCESS_KEY", "local",
              "AWS_SESSION_TOKEN", "local");
        }

        @Override
        public Optional<String> refusal(LambdaFunction function, String action, String resource) {
          return Optional.empty();
        }
      };

  /** Returns the variables with new credentials for one process of a function. */
  Map<String, String> credentials(LambdaFunction function);

  /**
   * Returns AWS's message if the role does not allow an action that Lambda does in the function's
   * name, or an empty Optional if it does.
   */
  Optional<String> refusal(LambdaFunction function, String action, String resource);
}
