package dev.gatehouse.pulumi.functions;

import dev.gatehouse.pulumi.data.MailboxesTable;
import dev.gatehouse.pulumi.settings.StackConfig;

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
            new FunctionEnvironment()
                .with(config.emailRules().variables())
                .withOutputs(mailboxes.variables())
                .variables(),
            mailboxes.policy("dynamodb:GetItem")));
  }
}
