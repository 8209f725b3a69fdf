package dev.gatehouse.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class UserTest {
  @Test
  void blankSubIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestUsers.minimal(" "))
        .withMessage("sub is blank");
  }

  @Test
  void versionBelowOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestUsers.builder("jane").version(0).build())
        .withMessage("version is 0, expected 1 or more");
  }

  /** Renaming one would lose its values in the table, in the queue and in Cognito. */
  @Test
  void publishedNamesOfProfileAttributesStay() {
    assertThat(
            Arrays.stream(ProfileAttribute.values())
                .map(attribute -> attribute.attributeName() + " " + attribute.cognitoName()))
        .startsWith("locale locale", "givenName given_name", "familyName family_name");
  }
}
