package dev.gatehouse.pulumi;

import com.pulumi.asset.FileArchive;
import com.pulumi.core.Output;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Are the functions that Cognito calls; none is told which pool it serves, the event says it. */
record TriggerFunctions(
    JavaFunction preSignUp, JavaFunction customMessage, JavaFunction postConfirmation) {
  /** Cognito waits five seconds and calls again; a function that ends before can still say why. */
  private static final int SECONDS = 4;

  static TriggerFunctions of(
      StackConfig config, Archives archives, UsersTable users, DeferredUsers deferred) {
    FileArchive archive = archives.triggers();
    return new TriggerFunctions(
        new JavaFunction(
            config,
            "pre-sign-up",
            spec(archive, "presignup.PreSignUpHandler", emailRules(config.emailRules()))),
        new JavaFunction(
            config,
            "custom-message",
            spec(
                archive,
                "custommessage.CustomMessageHandler",
                Map.of("PRODUCT_NAME", Output.of(config.productName())))),
        new JavaFunction(
            config,
            "post-confirmation",
            spec(
                archives.triggersData(),
                "postconfirmation.PostConfirmationHandler",
                Map.of("USERS_TABLE", users.name(), "DEFERRED_USERS_QUEUE_URL", deferred.url()),
                users.grant("dynamodb:PutItem"),
                deferred.grant("sqs:SendMessage"))));
  }

  private static JavaFunction.Spec spec(
      FileArchive archive,
      String handler,
      Map<String, Output<String>> environment,
      JavaFunction.Grant... rights) {
    return new JavaFunction.Spec(
        "dev.gatehouse.triggers." + handler, archive, SECONDS, environment, List.of(rights));
  }

  /** A rule that is not configured is not set, so that the function's own default holds. */
  private static Map<String, Output<String>> emailRules(StackConfig.EmailRules rules) {
    Map<String, Output<String>> environment = new HashMap<>();
    if (!rules.mode().isEmpty()) {
      environment.put("EMAIL_MODE", Output.of(rules.mode()));
    }
    if (!rules.allow().isEmpty()) {
      environment.put("EMAIL_ALLOW", Output.of(String.join(",", rules.allow())));
    }
    if (!rules.deny().isEmpty()) {
      environment.put("EMAIL_DENY", Output.of(String.join(",", rules.deny())));
    }
    return environment;
  }
}
