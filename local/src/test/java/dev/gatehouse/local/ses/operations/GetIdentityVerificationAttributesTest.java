package dev.gatehouse.local.ses.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.ses.TestSes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GetIdentityVerificationAttributesTest {

  private final TestSes aws = new TestSes();

  @Test
  void unknownIdentitiesAreLeftOut() {
    String xml =
        aws.call(
                Map.of(
                    "Action", "GetIdentityVerificationAttributes",
                    "Identities.member.1", "example.com",
                    "Identities.member.2", "nobody@nowhere.org",
                    "Identities.member.3", "jane@other.org"))
            .text();

    assertThat(xml)
        .contains(
            "<VerificationAttributes><entry><key>example.com</key><value><VerificationStatus>Success</VerificationStatus><VerificationToken>")
        .contains(
            "<entry><key>jane@other.org</key><value><VerificationStatus>Success</VerificationStatus></value></entry></VerificationAttributes>")
        .doesNotContain("nowhere.org");
  }
}
