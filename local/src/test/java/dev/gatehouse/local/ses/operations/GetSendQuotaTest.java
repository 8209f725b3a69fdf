package dev.gatehouse.local.ses.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.ses.TestSes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GetSendQuotaTest {

  private final TestSes aws = new TestSes();

  @Test
  void sentMailIsCounted() {
    aws.call(TestSes.simple("jane@other.org"));

    assertThat(aws.call(Map.of("Action", "GetSendQuota")).text())
        .contains(
            "<SentLast24Hours>1.0</SentLast24Hours><Max24HourSend>50000.0</Max24HourSend><MaxSendRate>14.0</MaxSendRate>");
  }
}
