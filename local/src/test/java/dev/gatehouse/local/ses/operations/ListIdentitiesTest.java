package dev.gatehouse.local.ses.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.ses.TestSes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListIdentitiesTest {

  private final TestSes aws = new TestSes();

  @Test
  void typeSelectsIdentities() {
    assertThat(aws.call(Map.of("Action", "ListIdentities", "IdentityType", "Domain")).text())
        .contains("<Identities><member>example.com</member></Identities>");
  }
}
