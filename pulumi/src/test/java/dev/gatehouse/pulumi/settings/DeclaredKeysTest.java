package dev.gatehouse.pulumi.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.StackSettings;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeclaredKeysTest {
  private static final DeclaredKeys DECLARED = DeclaredKeys.in(Path.of("Pulumi.yaml"));

  @Test
  void everySettingOfTheExampleIsDeclared() {
    StackSettings example = StackSettings.read(Path.of("."), "example");

    assertThatCode(() -> DECLARED.refuseOthers("gatehouse", example.values().keySet()))
        .doesNotThrowAnyException();
    assertThat(DECLARED.keys()).hasSizeGreaterThan(50);
  }

  @Test
  void keyLikeNoOtherIsRefusedWithTheListOfKeys() {
    assertThatThrownBy(() -> DECLARED.refuseOthers("gatehouse", Set.of("gatehouse:frobnicate")))
        .isInstanceOf(SettingInvalid.class)
        .hasMessage(
            "gatehouse:frobnicate is not a setting; docs/settings.md lists all: pulumi config rm"
                + " frobnicate");
  }

  @Test
  void keysOfProvidersAndOfEarlierVersionsAreLeftToOthers() {
    assertThatCode(
            () ->
                DECLARED.refuseOthers("gatehouse", Set.of("aws:endpoints", "gatehouse:emailMode")))
        .doesNotThrowAnyException();
  }
}
