package dev.gatehouse.local.ses.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.ses.TestSes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifyEmailIdentityTest {

  private final TestSes aws = new TestSes();

  @Test
  void addressMaySendAtOnce() {
    assertThat(
            aws.call(Map.of("Action", "VerifyEmailIdentity", "EmailAddress", "new@y.org")).text())
        .contains("<VerifyEmailIdentityResult></VerifyEmailIdentityResult>");

    assertThat(aws.call(TestSes.simple("new@y.org")).status()).isEqualTo(200);
  }
}
