package dev.gatehouse.api;

import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import io.avaje.jsonb.Json;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Shows a verified caller's row, and writes it first where PostConfirmation could not. */
final class Profiles {
  private static final int ATTEMPTS = 3;

  private final Users users;
  private final Accounts accounts;
  private final Clock clock;

  Profiles(Users users, Accounts accounts, Clock clock) {
    this.users = users;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Answers with the caller's row; the token is read only without one. */
  Response of(Caller caller) {
    Optional<User> row = users.find(caller.sub());
    return row.isPresent() ? answer(row.get(), false) : repaired(account(caller));
  }

  /** Answers with the row of the holder of this token, which is checked first. */
  Response ofHolder(String accessToken) {
    Account account = accounts.holderOf(accessToken);
    return users
        .find(account.sub())
        .map(user -> answer(user, false))
        .orElseGet(() -> repaired(account));
  }

  /** Changes these attributes in the pool, then the caller's row, and answers with that. */
  Response change(Caller caller, Map<String, String> attributes) {
    accounts.change(caller.sub(), caller.accessToken(), attributes);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<User> row = users.find(caller.sub());
      // Asked after the row was read: of two changes at once, the one that writes last sees both.
      Account account = account(caller);
      User next =
          row.map(user -> account.ontoRow(user, clock.instant()))
              .orElseGet(() -> account.asRow(clock.instant()));
      if (row.isPresent() ? users.update(next) : users.putIfAbsent(next)) {
        return answer(next, row.isEmpty());
      }
    }
    throw RequestRefused.because(Problem.SERVICE_UNAVAILABLE).causedBy("VersionConflict");
  }

  private Account account(Caller caller) {
    Account account = accounts.holderOf(caller.accessToken());
    if (!account.sub().equals(caller.sub())) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
    return account;
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
