package dev.gatehouse.local.ses.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.ses.TestSes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifyDomainIdentityTest {

  private final TestSes aws = new TestSes();

  @Test
  void addressesOfTheDomainMaySendAtOnce() {
    assertThat(aws.call(Map.of("Action", "VerifyDomainIdentity", "Domain", "y.org")).text())
        .contains("<VerifyDomainIdentityResult><VerificationToken>");

    assertThat(aws.call(TestSes.simple("new@mail.y.org")).status()).isEqualTo(200);
  }
}
