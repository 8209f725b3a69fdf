package dev.gatehouse.integrationtests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** A pool into which an administrator imports many users. */
@Tag("nightly")
class ManyUsersIT {
  private static final int USERS = 10_000;

  @Test
  void everyImportedUserIsFoundAndIsListedOnce() {
    try (LocalEmulator emulator = LocalEmulator.start()) {
      AwsAccount account = new AwsAccount(emulator);
      List<String> created =
          IntStream.range(0, USERS).mapToObj(number -> create(account, number)).toList();
      List<String> listed =
          account.cognito().listUsersPaginator(list -> list.userPoolId(account.poolId())).stream()
              .flatMap(page -> page.users().stream())
              .map(UserType::username)
              .toList();
      assertThat(listed).containsExactlyInAnyOrderElementsOf(created);
      for (int number = 0; number < USERS; number += 499) {
        assertThat(username(account, address(number))).isEqualTo(created.get(number));
      }
    }
  }

  private static String create(AwsAccount account, int number) {
    return account
        .cognito()
        .adminCreateUser(
            create ->
                create
                    .userPoolId(account.poolId())
                    .username(address(number))
                    .messageAction(MessageActionType.SUPPRESS))
        .user()
        .username();
  }

  private static String username(AwsAccount account, String address) {
    return account
        .cognito()
        .adminGetUser(get -> get.userPoolId(account.poolId()).username(address))
        .username();
  }

  private static String address(int number) {
    return "user-" + number + "@example.com";
  }
}
