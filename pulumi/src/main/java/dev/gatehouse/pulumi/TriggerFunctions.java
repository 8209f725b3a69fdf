package dev.gatehouse.pulumi;

import com.pulumi.asset.FileArchive;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Are the functions that Cognito calls; none is told which pool it serves, the event says it. */
record TriggerFunctions(JavaFunction preSignUp, MailFunction mails, JavaFunction postConfirmation) {
  /** Cognito waits five seconds and calls again; a function that ends before can still say why. */
  private static final int SECONDS = 4;

  static TriggerFunctions of(
      StackConfig config, Archives archives, StoredUsers stored, MailIdentity identity) {
    return new TriggerFunctions(
        preSignUp(config, archives, stored.mailboxes()),
        MailFunction.of(config, archives, identity),
        postConfirmation(config, archives, stored));
  }

  /** Returns these functions, and others after them. */
  List<JavaFunction> and(List<JavaFunction> others, JavaFunction... more) {
    return Stream.of(List.of(preSignUp, mails.function(), postConfirmation), others, List.of(more))
        .flatMap(List::stream)
        .toList();
  }

  /** Returns what every function that Cognito waits for has in common, and what it has not. */
  static JavaFunction.Spec spec(
      FileArchive archive, String handler, Environment environment, JavaFunction.Grant... rights) {
    return spec(archive, handler, environment, List.of(rights));
  }

  private static JavaFunction.Spec spec(
      FileArchive archive,
      String handler,
      Environment environment,
      List<JavaFunction.Grant> rights) {
    return new JavaFunction.Spec(
        "dev.gatehouse.triggers." + handler, archive, SECONDS, environment.variables(), rights);
  }

  private static JavaFunction preSignUp(
      StackConfig config, Archives archives, Mailboxes mailboxes) {
    return new JavaFunction(
        config,
        "pre-sign-up",
        spec(
            // Only who looks mailboxes up carries what it takes to ask DynamoDB.
            mailboxes.areClaimed() ? archives.triggersData() : archives.triggers(),
            "presignup.PreSignUpHandler",
            new Environment()
                .with(config.emailRules().variables())
                .withOutputs(mailboxes.variables()),
            mailboxes.grant("dynamodb:GetItem")));
  }

  private static JavaFunction postConfirmation(
      StackConfig config, Archives archives, StoredUsers stored) {
    List<JavaFunction.Grant> rights = new ArrayList<>();
    rights.add(stored.users().grant("dynamodb:PutItem"));
    rights.add(stored.deferred().grant("sqs:SendMessage"));
    rights.addAll(stored.mailboxes().grant("dynamodb:PutItem"));
    return new JavaFunction(
        config,
        "post-confirmation",
        spec(
            archives.triggersData(),
            "postconfirmation.PostConfirmationHandler",
            new Environment()
                .with("USERS_TABLE", stored.users().name())
                .with("DEFERRED_USERS_QUEUE_URL", stored.deferred().url())
                .withOutputs(stored.mailboxes().variables()),
            rights));
  }
}
