package dev.gatehouse.pulumi.functions;

import dev.gatehouse.pulumi.data.MailboxesTable;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/** The pre sign-up trigger, which refuses addresses. */
final class PreSignUpFunction {
  private PreSignUpFunction() {}

  static JavaFunction of(StackConfig config, JavaFunctions functions, MailboxesTable mailboxes) {
    return functions.create(
        new FunctionSpec(
            // Only the lookup of mailboxes needs the archive with the DynamoDB client.
            mailboxes.used()
                ? FunctionModule.PRE_SIGN_UP_MAILBOX_LOOKUP
                : FunctionModule.PRE_SIGN_UP,
            TriggerFunctions.TIMEOUT_SECONDS,
            environment(config, mailboxes).variables(),
            mailboxes.policy("dynamodb:GetItem")));
  }

  private static FunctionEnvironment environment(StackConfig config, MailboxesTable mailboxes) {
    FunctionEnvironment environment =
        new FunctionEnvironment()
            .with(config.emailRules().variables())
            .withOutputs(mailboxes.variables());
    List<String> clients = config.userPool().signUpClientIds();
    return clients.isEmpty()
        ? environment
        : environment.with("SIGN_UP_CLIENT_IDS", String.join(",", clients));
  }
}
