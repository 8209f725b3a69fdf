package dev.gatehouse.pulumi;

import static dev.gatehouse.pulumi.plan.PlanVariants.bare;
import static dev.gatehouse.pulumi.plan.PlanVariants.full;
import static dev.gatehouse.pulumi.plan.PlanVariants.variant;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

final class EndpointsTest {
  private static final String DOMAIN = "aws:apigateway/domainName:DomainName";
  private static final String CERTIFICATE = "aws:acm/certificate:Certificate";
  private static final String RECORD = "aws:route53/record:Record";

  @Test
  void stackWithoutCustomDomainHasNoDnsRecordAndUsesTheInvokeUrl() {
    JsonObject outputs = bare().plan().getAsJsonObject("outputs");

    assertThat(bare().ofType(DOMAIN)).isEmpty();
    assertThat(bare().ofType(CERTIFICATE)).isEmpty();
    assertThat(bare().ofType(RECORD)).isEmpty();
    assertThat(text(outputs, "URL"))
        .isEqualTo(text(outputs, "invokeUrl"))
        .endsWith(".execute-api.us-east-1.amazonaws.com/prod");
  }

  @Test
  void regionalDomainHasItsCertificateInTheSameRegion() {
    JsonObject domain = PLAN.only(DOMAIN);

    assertThat(input(domain, "regionalCertificateArn"))
        .isEqualTo(output(PLAN.only(CERTIFICATE), "arn"));
    assertThat(inputs(domain).has("certificateArn")).isFalse();
    assertThat(PLAN.ofType("pulumi:providers:aws")).isEmpty();
    assertThat(PLAN.plan().getAsJsonObject("outputs").has("invokeUrl")).isFalse();
  }

  @Test
  void edgeDomainHasItsCertificateInUsEast1() {
    JsonObject domain = full().only(DOMAIN);
    JsonObject provider = full().only("pulumi:providers:aws");

    assertThat(input(provider, "region")).isEqualTo("us-east-1");
    assertThat(input(provider, "profile")).isEqualTo("ops");
    assertThat(input(provider, "defaultTags")).isEqualTo("{\"tags\":{\"team\":\"sign-up\"}}");
    assertThat(input(provider, "allowedAccountIds")).isEqualTo("[\"000000000000\"]");
    assertThat(input(provider, "skipMetadataApiCheck")).isEqualTo("true");
    assertThat(input(provider, "maxRetries")).startsWith("7");
    assertThat(input(provider, "endpoints")).isEqualTo("[{\"acm\":\"http://localhost:4566\"}]");
    assertThat(inputs(domain).get("endpointConfiguration").toString()).contains("\"EDGE\"");
    assertThat(input(domain, "certificateArn"))
        .isEqualTo(output(full().named(CERTIFICATE, "custom-domain"), "arn"));
    assertThat(inputs(domain).has("regionalCertificateArn")).isFalse();
    assertThat(inputs(full().named(RECORD, "custom-domain")).get("aliases").toString())
        .contains(".cloudfront.net");
    assertThat(inputs(full().only("aws:apigateway/restApi:RestApi")).toString())
        .contains("\"EDGE\"");
  }

  @Test
  void customDomainOfTheHostedUiDependsOnTheDomainOfTheApi() {
    JsonObject hostedUi = full().only("aws:cognito/userPoolDomain:UserPoolDomain");

    assertThat(input(hostedUi, "domain")).isEqualTo("auth.gatehouse.test");
    assertThat(input(hostedUi, "certificateArn"))
        .isEqualTo(output(full().named(CERTIFICATE, "hosted-ui"), "arn"));
    assertThat(texts(hostedUi, "dependencies"))
        .contains(text(full().named(RECORD, "custom-domain"), "urn"));
    assertThat(text(full().plan().getAsJsonObject("outputs"), "hostedUiUrl"))
        .isEqualTo("https://auth.gatehouse.test");
    assertThat(input(full().named(RECORD, "hosted-ui"), "name")).isEqualTo("auth.gatehouse.test");
  }

  @Test
  void hostedUiWithAPrefixHasACognitoUrl() {
    assertThat(text(variant("hosted").plan().getAsJsonObject("outputs"), "hostedUiUrl"))
        .isEqualTo("https://gatehouse-local.auth.us-east-1.amazoncognito.com");
  }
}
