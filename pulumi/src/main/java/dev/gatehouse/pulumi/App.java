package dev.gatehouse.pulumi;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/** Is the AWS account: what {@code pulumi up} runs, and what plan.json is recorded from. */
public final class App {
  private App() {}

  /** Declares everything and ends the process, with 0 or with the code that Pulumi expects. */
  public static void main(String[] args) {
    Pulumi.run(App::stack);
  }

  static void stack(Context context) {
    StackConfig config = StackConfig.of(context);
    Archives archives = Archives.built(config.compute().architecture());

    Zone zone = Zone.of(config);
    StoredUsers stored = StoredUsers.of(config, archives);
    MailIdentity identity = MailIdentity.of(config, zone);
    TriggerFunctions triggers = TriggerFunctions.of(config, archives, stored, identity);
    SignUpPool pool = SignUpPool.of(config, triggers, identity);
    List<JavaFunction> reconciling = Reconciliation.of(config, archives, stored, pool);
    JavaFunction people = ApiFunction.of(config, archives, stored.users(), pool);
    HttpApi http = new HttpApi(config, pool, people);
    Names names = Names.of(config, zone, pool, http);
    Watch.over(config, pool, identity, triggers.and(reconciling, stored.drain(), people));

    names.outputs().forEach(context::export);
    context.export("userPoolId", pool.id());
    context.export("userPoolClientId", pool.clientId());
    context.export("tableName", stored.tableName());
    context.export("deadLetterQueueUrl", stored.deadLetterQueueUrl());
  }
}
