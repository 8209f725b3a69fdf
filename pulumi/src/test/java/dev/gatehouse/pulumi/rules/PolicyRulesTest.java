package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.Recorded.text;
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
import software.amazon.awssdk.policybuilder.iam.IamPolicyReader;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamResource;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/**
 * Every policy, whoever has it, allows what IAM knows, on what it can be allowed on, and no more.
 */
final class PolicyRulesTest {
  private static final IamData IAM = IamData.read();
  private static final Pattern OURS = Pattern.compile("arn:aws:iam::\\d{12}:root");

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyActionIsOneThatIamKnows(Variant variant) {
    for (Granted granted : granted(variant)) {
      assertThat(IAM.actions().keySet()).as(granted.where()).containsAll(granted.actions());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void whatCanBeNarrowedDownIsNarrowedDown(Variant variant) {
    for (Granted granted : granted(variant)) {
      for (String action : granted.actions()) {
        List<String> types = IAM.actions().get(action).resourceTypes();
        if (types.isEmpty()) {
          assertThat(granted.resources()).as(granted.where()).containsExactly("*");
        } else {
          assertThat(granted.resources())
              .as("%s: %s is of %s", granted.where(), action, types)
              .isNotEmpty()
              .allMatch(arn -> types.stream().anyMatch(type -> fits(type, arn)));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyConditionIsOneThatTheActionHas(Variant variant) {
    for (Granted granted : granted(variant)) {
      for (IamCondition condition : granted.statement().conditions()) {
        String key = condition.key().value();
        assertThat(granted.actions())
            .as("%s: %s", granted.where(), key)
            .allMatch(action ->
                // Those that begin with aws: are known to every action.
                key.startsWith("aws:")
                    || IAM.actions().get(action).conditionKeys().stream()
                        .anyMatch(known -> known.matcher(key).matches()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void nobodyUnknownIsLetIn(Variant variant) {
    List<IamStatement> all = statements(variant).map(Map.Entry::getValue).toList();

    assertThat(all).hasSizeGreaterThan(10);
    for (IamStatement statement : all) {
      assertThat(statement.principals())
          .allMatch(principal -> principal.type().value().equals("Service") || isOurs(principal));
      // A service calls for many customers: which of its resources may call must be said.
      if (statement.principals().stream().anyMatch(it -> it.type().value().equals("Service"))
          && !statement.actions().contains(IamAction.create("sts:AssumeRole"))) {
        assertThat(statement.conditions())
            .extracting(it -> it.key().value())
            .containsAnyOf("aws:SourceArn", "aws:SourceAccount");
      }
    }
  }

  /** Is what one statement allows; what a role may be assumed for names no resource. */
  private record Granted(String where, IamStatement statement) {
    List<String> actions() {
      return statement.actions().stream().map(IamAction::value).toList();
    }

    List<String> resources() {
      return statement.resources().stream().map(IamResource::value).toList();
    }
  }

  /** A key's own policy gives the account everything, or nobody could change it any more. */
  private static List<Granted> granted(Variant variant) {
    return statements(variant)
        .filter(it -> !it.getValue().actions().contains(IamAction.create("sts:AssumeRole")))
        .filter(it -> it.getValue().principals().stream().noneMatch(PolicyRulesTest::isOurs))
        .map(it -> new Granted(it.getKey(), it.getValue()))
        .toList();
  }

  private static Stream<Map.Entry<String, IamStatement>> statements(Variant variant) {
    return variant.resources().stream().flatMap(PolicyRulesTest::statements);
  }

  private static Stream<Map.Entry<String, IamStatement>> statements(JsonObject resource) {
    return Variant.texts(resource.getAsJsonObject("inputs"), "")
        .filter(it -> it.getValue().startsWith("{") && it.getValue().contains("\"Statement\""))
        .flatMap(it ->
            IamPolicyReader.create().read(it.getValue()).statements().stream()
                .map(statement -> Map.entry(text(resource, "urn"), statement)));
  }

  private static boolean isOurs(IamPrincipal principal) {
    return principal.type().value().equals("AWS") && OURS.matcher(principal.id()).matches();
  }

  /** The log group's own ARN ends in {@code :*}, which stands for its streams. */
  private static boolean fits(String type, String arn) {
    String one = arn.endsWith(":*") ? arn.replaceFirst("\\*$", "log-stream:any") : arn;
    return IAM.resources().get(type).matcher(one).matches();
  }
}
