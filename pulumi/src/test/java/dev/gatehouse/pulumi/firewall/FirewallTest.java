package dev.gatehouse.pulumi.firewall;

import static dev.gatehouse.pulumi.plan.PlanVariants.full;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web ACLs of the API and of the user pool, with their logs. */
final class FirewallTest {
  private static final String WEB_ACL = "aws:wafv2/webAcl:WebAcl";
  private static final String ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";
  private static final String LOG =
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

  @Test
  void noStackHasOneByDefault() {
    assertThat(PLAN.ofType(WEB_ACL)).isEmpty();
    assertThat(PLAN.ofType(LOG)).isEmpty();
    assertThat(PLAN.text()).doesNotContain("requests-blocked", "aws-waf-logs");
  }

  @Test
  void webAclsAreAssociatedWithTheStageAndThePool() {
    assertThat(input(full().named(ASSOCIATION, "api"), "resourceArn"))
        .isEqualTo(output(full().only("aws:apigateway/stage:Stage"), "arn"));
    assertThat(input(full().named(ASSOCIATION, "user-pool"), "resourceArn"))
        .isEqualTo(output(full().only("aws:cognito/userPool:UserPool"), "arn"));
    for (String name : List.of("api", "user-pool")) {
      assertThat(input(full().named(ASSOCIATION, name), "webAclArn"))
          .isEqualTo(output(full().named(WEB_ACL, name), "arn"));
    }
  }

  @Test
  void apiHasALimitBadAddressesAndCommonRules() {
    assertThat(rules("api"))
        .contains("\"limit\":1000", "\"aggregateKeyType\":\"IP\"")
        .contains("AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet");
  }

  /** A managed group without an override blocks what its rules say. */
  @Test
  void limitsAndManagedRulesBlock() {
    for (String name : List.of("api", "user-pool")) {
      assertThat(rules(name)).contains("\"action\":{\"block\":{}}");
    }
    assertThat(rules("api").split("\"overrideAction\":\\{\"none\":\\{}}", -1)).hasSize(3);
    assertThat(rules("api")).doesNotContain("\"overrideAction\":{\"count\"");
  }

  /** A password may look like a script, a path or an address. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CrossSiteScripting_BODY",
        "EC2MetaDataSSRF_BODY",
        "GenericLFI_BODY",
        "GenericRFI_BODY",
        "SizeRestrictions_BODY"
      })
  void ruleAboutBodiesOnlyCounts(String rule) {
    assertThat(rules("api"))
        .contains("{\"actionToUse\":{\"count\":{}},\"name\":\"%s\"}".formatted(rule));
  }

  @Test
  void poolHasALimitAboveTheApisOwnCallsAndNothingElse() {
    assertThat(rules("user-pool"))
        .contains("\"limit\":15000")
        .doesNotContain("managedRuleGroupStatement");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "user-pool"})
  void bodiesTokensAndMatchedTextAreSubstituted(String name) {
    assertThat(inputs(full().named(WEB_ACL, name)).getAsJsonObject("dataProtectionConfig"))
        .hasToString(
            "{\"dataProtections\":[{\"action\":\"SUBSTITUTION\",\"excludeRateBasedDetails\":false,"
                + "\"excludeRuleMatchDetails\":false,\"field\":{\"fieldType\":\"BODY\"}},"
                + "{\"action\":\"SUBSTITUTION\",\"excludeRateBasedDetails\":false,"
                + "\"excludeRuleMatchDetails\":false,\"field\":{\"fieldKeys\":[\"authorization\"],"
                + "\"fieldType\":\"SINGLE_HEADER\"}}]}");
    assertThat(inputs(full().named(WEB_ACL, name)).toString())
        .doesNotContain("\"sampledRequestsEnabled\":true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "user-pool"})
  void logsGoToAGroupOfTheNameThatWafDemands(String name) {
    JsonObject group = full().named("aws:cloudwatch/logGroup:LogGroup", "firewall-" + name);

    assertThat(input(group, "name")).isEqualTo("aws-waf-logs-gatehouse-local-" + name);
    assertThat(texts(inputs(full().named(LOG, name)), "logDestinationConfigs"))
        .containsExactly(output(group, "arn"));
    assertThat(input(full().named(LOG, name), "resourceArn"))
        .isEqualTo(output(full().named(WEB_ACL, name), "arn"));
  }

  @Test
  void withoutTheSettingThereAreNoLogs() {
    RecordedPlan plan = RecordedPlan.of(RecordedPlan.LOCAL.with("gatehouse:waf", "true"));

    assertThat(plan.ofType(WEB_ACL)).hasSize(1);
    assertThat(plan.ofType(LOG)).isEmpty();
    assertThat(plan.text()).doesNotContain("aws-waf-logs");
  }

  private static String rules(String name) {
    return inputs(full().named(WEB_ACL, name)).get("rules").toString();
  }
}
