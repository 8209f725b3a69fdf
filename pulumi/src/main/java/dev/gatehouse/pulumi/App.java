package dev.gatehouse.pulumi;

import com.pulumi.Context;
import com.pulumi.Pulumi;

/** Is the AWS account: what {@code pulumi up} runs, and what plan.json is recorded from. */
public final class App {
  private App() {}

  /** Declares everything and ends the process, with 0 or with the code that Pulumi expects. */
  public static void main(String[] args) {
    Pulumi.run(App::stack);
  }

  static void stack(Context context) {
    StackConfig config = StackConfig.of(context);
    Archives archives = Archives.built();

    UsersTable users = UsersTable.of(config);
    DeferredUsers deferred = DeferredUsers.of(config);
    TriggerFunctions triggers = TriggerFunctions.of(config, archives, users, deferred);
    deferred.drain(config, archives, users);
    SignUpPool pool = SignUpPool.of(config, triggers);
    JavaFunction people = ApiFunction.of(config, archives, users, pool);
    HttpApi http = new HttpApi(config, pool, people);
    CustomDomain domain = new CustomDomain(config, http);

    context.export("URL", domain.url());
    context.export("userPoolId", pool.id());
    context.export("userPoolClientId", pool.clientId());
    context.export("tableName", users.name());
    context.export("deadLetterQueueUrl", deferred.deadUrl());
    context.export("invokeUrl", http.invokeUrl());
  }
}
