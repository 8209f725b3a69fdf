package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.policybuilder.iam.IamAction;
import software.amazon.awssdk.policybuilder.iam.IamCondition;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamPolicyReader;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamResource;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/** Every policy allows existing actions on resources of their types, with supported conditions. */
final class PolicyRulesTest {
  private static final IamData IAM = IamData.read();
  private static final Pattern ACCOUNT_ROOT = Pattern.compile("arn:aws:iam::\\d{12}:root");

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyActionExistsInIam(Variant variant) {
    for (AllowedActions allowed : allowed(variant)) {
      assertThat(IAM.actions().keySet()).as(allowed.urn()).containsAll(allowed.actions());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyActionIsLimitedToResourcesOfItsTypes(Variant variant) {
    for (AllowedActions allowed : allowed(variant)) {
      for (String action : allowed.actions()) {
        List<String> types = IAM.actions().get(action).resourceTypes();
        if (types.isEmpty()) {
          assertThat(allowed.resources()).as(allowed.urn()).containsExactly("*");
        } else {
          assertThat(allowed.resources())
              .as("%s: %s is of %s", allowed.urn(), action, types)
              .isNotEmpty()
              .allMatch(arn -> types.stream().anyMatch(type -> fits(type, arn)));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyConditionKeyIsSupportedByTheAction(Variant variant) {
    for (AllowedActions allowed : allowed(variant)) {
      for (IamCondition condition : allowed.statement().conditions()) {
        String key = condition.key().value();
        assertThat(allowed.actions())
            .as("%s: %s", allowed.urn(), key)
            .allMatch(
                action ->
                    // Every action supports the global keys, which begin with aws:.
                    key.startsWith("aws:")
                        || IAM.actions().get(action).conditionKeys().stream()
                            .anyMatch(known -> known.matcher(key).matches()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyPrincipalIsAServiceTheAccountOrARoleOfTheStack(Variant variant) {
    List<String> roles =
        variant.plan().ofType("aws:iam/role:Role").stream().map(it -> output(it, "arn")).toList();
    List<IamStatement> all =
        statements(variant)
            .map(Map.Entry::getValue)
            .filter(it -> it.effect().equals(IamEffect.ALLOW))
            .toList();

    assertThat(all).hasSizeGreaterThan(10);
    for (IamStatement statement : all) {
      assertThat(statement.principals())
          .allMatch(
              principal ->
                  principal.type().value().equals("Service")
                      || isAccount(principal)
                      || roles.contains(principal.id()));
      // A service acts for many customers, so a condition must limit the source.
      if (statement.principals().stream().anyMatch(it -> it.type().value().equals("Service"))
          && !statement.actions().contains(IamAction.create("sts:AssumeRole"))) {
        assertThat(statement.conditions())
            .extracting(it -> it.key().value())
            .containsAnyOf("aws:SourceArn", "aws:SourceAccount");
      }
    }
  }

  /** A statement and the URN of its resource. */
  private record AllowedActions(String urn, IamStatement statement) {
    List<String> actions() {
      return statement.actions().stream().map(IamAction::value).toList();
    }

    List<String> resources() {
      return statement.resources().stream().map(IamResource::value).toList();
    }
  }

  /** Returns all statements except trust policies and those for the account itself. */
  private static List<AllowedActions> allowed(Variant variant) {
    return statements(variant)
        .filter(it -> it.getValue().effect().equals(IamEffect.ALLOW))
        .filter(it -> !it.getValue().actions().contains(IamAction.create("sts:AssumeRole")))
        .filter(it -> it.getValue().principals().stream().noneMatch(PolicyRulesTest::isAccount))
        .map(it -> new AllowedActions(it.getKey(), it.getValue()))
        .toList();
  }

  private static Stream<Map.Entry<String, IamStatement>> statements(Variant variant) {
    return variant.resources().stream().flatMap(PolicyRulesTest::statements);
  }

  private static Stream<Map.Entry<String, IamStatement>> statements(JsonObject resource) {
    return Variant.texts(resource.getAsJsonObject("inputs"), "")
        .filter(it -> it.getValue().startsWith("{") && it.getValue().contains("\"Statement\""))
        .flatMap(
            it ->
                IamPolicyReader.create().read(it.getValue()).statements().stream()
                    .map(statement -> Map.entry(text(resource, "urn"), statement)));
  }

  private static boolean isAccount(IamPrincipal principal) {
    return principal.type().value().equals("AWS") && ACCOUNT_ROOT.matcher(principal.id()).matches();
  }

  /** Returns whether an ARN is of this type; {@code :*} after a log group means its streams. */
  private static boolean fits(String type, String arn) {
    String one = arn.endsWith(":*") ? arn.replaceFirst("\\*$", "log-stream:any") : arn;
    return IAM.resources().get(type).matcher(one).matches();
  }
}
