package dev.gatehouse.pulumi.schedule;

import com.pulumi.core.Output;
import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.functions.FunctionEnvironment;
import dev.gatehouse.pulumi.functions.FunctionModule;
import dev.gatehouse.pulumi.functions.FunctionSpec;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.functions.JavaFunctions;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The function that writes the missing rows of the pool's users and finds rows without one. */
final class ReconcileFunction {
  /** Lambda's maximum: the function pages through the whole pool. */
  private static final int TIMEOUT_SECONDS = 15 * 60;

  private ReconcileFunction() {}

  static JavaFunction of(
      StackConfig config, JavaFunctions functions, UserStorage storage, SignUpUserPool pool) {
    return functions.create(
        new FunctionSpec(
            FunctionModule.RECONCILE,
            TIMEOUT_SECONDS,
            environment(config, storage, pool).variables(),
            policies(config, storage, pool)));
  }

  private static FunctionEnvironment environment(
      StackConfig config, UserStorage storage, SignUpUserPool pool) {
    FunctionEnvironment environment =
        new FunctionEnvironment()
            .with("USERS_TABLE", storage.users().name())
            .with("USER_POOL_ID", pool.id())
            .with("DEFERRED_USERS_QUEUE_ARN", storage.deferredUsers().arn())
            .with("DEAD_LETTER_QUEUE_ARN", storage.deferredUsers().deadLetterQueue().arn())
            .with("DEAD_LETTER_QUEUE_URL", storage.deferredUsers().deadLetterQueueUrl())
            .with(config.reconcileDifferences().variables())
            .withOutputs(storage.mailboxes().variables())
            .withOutputs(erasedPictures(config, storage));
    int days = config.userPool().removeUnconfirmedAfterDays();
    return days == 0
        ? environment
        : environment.with("REMOVE_UNCONFIRMED_AFTER", String.format(Locale.ROOT, "P%dD", days));
  }

  /** Only a function that removes rows, mailboxes or users may delete them. */
  private static List<InlinePolicy> policies(
      StackConfig config, UserStorage storage, SignUpUserPool pool) {
    boolean repairs = config.reconcileDifferences().repairs();
    List<String> users =
        new ArrayList<>(
            List.of(
                "dynamodb:ConditionCheckItem",
                "dynamodb:GetItem",
                "dynamodb:PutItem",
                "dynamodb:Scan",
                "dynamodb:UpdateItem"));
    List<String> mailboxes = new ArrayList<>(List.of("dynamodb:PutItem"));
    if (repairs) {
      users.add("dynamodb:DeleteItem");
      mailboxes.addAll(List.of("dynamodb:DeleteItem", "dynamodb:Scan"));
    }
    List<InlinePolicy> policies = new ArrayList<>();
    policies.add(storage.users().policy(sorted(users)));
    policies.add(
        config.userPool().removeUnconfirmedAfterDays() == 0
            ? pool.policy("cognito-idp:AdminGetUser", "cognito-idp:ListUsers")
            : pool.policy(
                "cognito-idp:AdminDeleteUser",
                "cognito-idp:AdminGetUser",
                "cognito-idp:ListUsers"));
    policies.addAll(storage.deferredUsers().redrivePolicies());
    policies.addAll(storage.mailboxes().policy(sorted(mailboxes)));
    if (repairs) {
      policies.addAll(storage.pictures().picturePolicy("s3:DeleteObject"));
    }
    return policies;
  }

  private static Map<String, Output<String>> erasedPictures(
      StackConfig config, UserStorage storage) {
    return config.reconcileDifferences().repairs() ? storage.pictures().variables() : Map.of();
  }

  private static String[] sorted(List<String> actions) {
    return actions.stream().sorted().toArray(String[]::new);
  }
}
