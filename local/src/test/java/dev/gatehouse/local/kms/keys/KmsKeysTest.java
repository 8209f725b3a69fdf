package dev.gatehouse.local.kms.keys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.kms.TestKms;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.PlanResources;
import dev.gatehouse.local.state.StateStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KmsKeysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"multiRegion\": true}",
        "{\"keyUsage\": \"SIGN_VERIFY\"}",
        "{\"customerMasterKeySpec\": \"RSA_2048\"}",
        "{\"customKeyStoreId\": \"cks-1\"}"
      })
  void unsupportedKeyIsRefused(String inputs) {
    assertThatThrownBy(() -> new TestKms(TestKms.plan(inputs), StateStore.none()))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageStartingWith("aws:kms/key:Key \"codes\" sets ");
  }

  @Test
  void aliasOfAnUndeclaredKeyIsRefused() {
    assertThatThrownBy(
            () -> new TestKms(PlanResources.plan(List.of(TestKms.alias("x"))), StateStore.none()))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage(
            "aws:kms/alias:Alias \"codes\" has the target x, which the plan does not declare");
  }
}
