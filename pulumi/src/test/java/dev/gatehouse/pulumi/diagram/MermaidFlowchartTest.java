package dev.gatehouse.pulumi.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import dev.gatehouse.pulumi.rules.Variant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MermaidFlowchartTest {
  private static final Set<String> ALWAYS_DRAWN =
      Set.of(
          "aws:apigateway/restApi:RestApi",
          "aws:cognito/userPool:UserPool",
          "aws:dynamodb/table:Table",
          "aws:lambda/function:Function",
          "aws:sqs/queue:Queue");

  private static ParsedFlowchart flowchart(Variant variant) {
    return ParsedFlowchart.of(AccountDocument.of(variant.plan().text()));
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyNodeHasAnEdge(Variant variant) {
    ParsedFlowchart flowchart = flowchart(variant);

    assertThat(flowchart.edges()).hasSizeGreaterThan(8);
    assertThat(flowchart.labels().keySet())
        .isEqualTo(
            flowchart.edges().stream()
                .flatMap(edge -> Stream.of(edge.from(), edge.to()))
                .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void functionsQueuesTablesPoolAndApiAreNodes(Variant variant) {
    ParsedFlowchart flowchart = flowchart(variant);

    for (JsonObject resource : variant.plan().resources()) {
      boolean unused =
          RecordedPlan.text(resource, "name").equals("mailboxes")
              && !variant.name().equals("one-account-per-mailbox");
      if (ALWAYS_DRAWN.contains(RecordedPlan.text(resource, "type")) && !unused) {
        assertThat(flowchart.labels().values())
            .anyMatch(label -> label.startsWith(RecordedPlan.text(resource, "name") + "<br/>"));
      }
    }
  }

  @Test
  void arrowsSayWhoActsOnWhom() {
    assertThat(ParsedFlowchart.of(AccountDocument.of(RecordedPlan.PLAN.text())).edges())
        .contains(
            edge("user", "apigateway_DomainName_custom_domain"),
            edge("apigateway_DomainName_custom_domain", "apigateway_RestApi_api"),
            edge("apigateway_RestApi_api", "lambda_Function_api"),
            edge("lambda_Function_post_confirmation", "dynamodb_Table_users"),
            edge("lambda_Function_post_confirmation", "sqs_Queue_deferred_users"),
            edge("sqs_Queue_deferred_users", "lambda_Function_deferred_users"),
            edge("existing_ses_gatehouse_test", "user"))
        .doesNotContain(
            edge("user", "apigateway_RestApi_api"),
            edge("lambda_Function_deferred_users", "sqs_Queue_deferred_users"));
  }

  @Test
  void labelsAreEscaped() {
    String plan =
        """
        {"resources": [
          {"type": "aws:apigateway/restApi:RestApi", "name": "a\\"b#c<d>&`\\\\e", "urn": "u",
           "parent": "", "dependencies": [], "protect": true, "inputs": {}, "outputs": {}}]}
        """;

    assertThat(ParsedFlowchart.of(AccountDocument.of(plan)).labels())
        .containsEntry(
            "apigateway_RestApi_a_b_c_d____e", "a#34;b#35;c#60;d#62;#38;#96;#92;e<br/>REST API");
  }

  private static AccountGraph.Edge edge(String from, String to) {
    return new AccountGraph.Edge(from, to);
  }
}
