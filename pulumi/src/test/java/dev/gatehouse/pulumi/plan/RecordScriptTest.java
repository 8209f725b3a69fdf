package dev.gatehouse.pulumi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RecordScriptTest {
  @Test
  void copyOfTheRepositoryRunsItsOwnJar() {
    String script = RecordScript.text("pulumi.jar", "/checkout/pulumi/target/classes:/m2/gson.jar");

    assertThat(script).contains("-cp \"$here\"/'pulumi.jar':'/m2/gson.jar'", "cd \"$here/..\"\n");
    assertThat(script).doesNotContain("/checkout");
  }
}
