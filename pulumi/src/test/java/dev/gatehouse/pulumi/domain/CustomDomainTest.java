package dev.gatehouse.pulumi.domain;

import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

final class CustomDomainTest {
  @Test
  void domainIsMappedToTheTracedStage() {
    JsonObject stage = PLAN.only("aws:apigateway/stage:Stage");
    JsonObject mapping = PLAN.only("aws:apigateway/basePathMapping:BasePathMapping");

    assertThat(input(stage, "stageName")).isEqualTo("prod");
    assertThat(inputs(stage).get("xrayTracingEnabled").getAsBoolean()).isTrue();
    assertThat(input(mapping, "stageName")).isEqualTo("prod");
    assertThat(input(mapping, "restApi")).isEqualTo(input(stage, "restApi"));
    assertThat(inputs(mapping).has("basePath")).isFalse();
  }

  @Test
  void domainDependsOnTheValidationOfItsCertificate() {
    JsonObject domain = PLAN.only("aws:apigateway/domainName:DomainName");

    assertThat(texts(domain, "dependencies"))
        .anyMatch(urn -> urn.contains("CertificateValidation"));
    assertThat(input(domain, "securityPolicy")).isEqualTo("TLS_1_2");
  }
}
