package dev.gatehouse.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleAddressTest {

  @ParameterizedTest
  @CsvSource({
    "off, '', jane@example.com",
    "off, acme.example, jane@example.com",
    "reject, '', jane@example.com",
    "reject, acme.example, jane@acme.example",
    "reject, '@acme.example', jane@acme.example",
    "reject, '*.acme.example', jane@mail.acme.example",
    "reject, 'boss@acme.example,other.example', jane@other.example",
    "reject, boss@acme.example, boss@acme.example"
  })
  void allowListLetsTheSampleIn(String allowlist, String allow, String address) {
    assertThat(SampleAddress.of(plan(allowlist, allow))).isEqualTo(address);
  }

  private static Plan plan(String allowlist, String allow) {
    return PlanResources.plan(
        List.of(
            PlanResources.resource(
                "aws:lambda/function:Function",
                "pre-sign-up",
                "{environment: {variables: {EMAIL_ALLOWLIST: '%s', EMAIL_ALLOW: '%s'}}}"
                    .formatted(allowlist, allow),
                "{}")));
  }
}
