package dev.gatehouse.users;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class UserTest {
  @Test
  void blankSubIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UsersContract.anonymous(" "))
        .withMessage("sub is blank");
  }

  @Test
  void versionBelowOneIsRefused() {
    User jane = UsersContract.jane();
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new User(
                jane.sub(),
                jane.email(),
                true,
                null,
                null,
                null,
                jane.createdAt(),
                jane.confirmedAt(),
                jane.updatedAt(),
                jane.userName(),
                jane.userPoolId(),
                0))
        .withMessage("version is 0, expected 1 or more");
  }
}
