package dev.gatehouse.api;

import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import io.avaje.jsonb.Json;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows a verified caller's row, and writes it first where PostConfirmation could not. */
final class Profiles {
  private final Users users;
  private final Accounts accounts;
  private final Clock clock;

  Profiles(Users users, Accounts accounts, Clock clock) {
    this.users = users;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Answers with the row of this sub, which was verified; the token is read only without a row. */
  Response of(String sub, Supplier<String> accessToken) {
    Optional<User> row = users.find(sub);
    if (row.isPresent()) {
      return answer(row.get(), false);
    }
    Account account = accounts.holderOf(accessToken.get());
    if (!account.sub().equals(sub)) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
    return repaired(account);
  }

  /** Answers with the row of the holder of this token, which is checked first. */
  Response ofHolder(String accessToken) {
    Account account = accounts.holderOf(accessToken);
    return users
        .find(account.sub())
        .map(user -> answer(user, false))
        .orElseGet(() -> repaired(account));
  }

  private Response repaired(Account account) {
    User row = account.asRow(clock.instant());
    if (users.putIfAbsent(row)) {
      return answer(row, true);
    }
    // Somebody wrote it between our two looks: the first row wins, so that one is shown.
    return answer(users.find(account.sub()).orElse(row), false);
  }

  private static Response answer(User user, boolean repaired) {
    return Response.of(200, new Answer(Profile.of(user))).about(user.sub(), repaired);
  }

  /** Is the body of the answer. */
  @Json
  record Answer(Profile profile) {}
}
