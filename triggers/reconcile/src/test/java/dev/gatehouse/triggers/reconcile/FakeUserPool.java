package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.users.CognitoUser;
import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.User;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A fake of the user pool with prepared pages; the token of a page is its index. */
final class FakeUserPool implements UserPool, UnconfirmedPool {
  static final String SECRET = "assumed-role/reconcile cannot ListUsers";
  private static final Instant CREATED = Instant.parse("2020-01-01T00:00:00Z");

  private final List<List<PoolUser>> pages = new ArrayList<>();
  private final List<@Nullable String> requestedTokens = new ArrayList<>();
  private final Map<String, CognitoUser> changed = new HashMap<>();
  private final Set<String> confirmedLate = new HashSet<>();
  private final Set<String> deleted = new TreeSet<>();
  private int failing = -1;
  private boolean silent;
  private boolean expired;

  /** Adds a page of confirmed users, each named by their sub. */
  void pageOf(String... subs) {
    pages.add(
        Arrays.stream(subs).map(sub -> user(sub, "CONFIRMED", sub + "@example.com")).toList());
  }

  /** Adds a page of one user. */
  void add(PoolUser user) {
    pages.add(List.of(user));
  }

  /** Adds a page that cannot be listed. */
  void failingPage() {
    failing = pages.size();
    pages.add(List.of());
  }

  /** Refuses the next token. */
  void expireToken() {
    expired = true;
  }

  /** Lets every page be listed again. */
  void recover() {
    failing = -1;
    silent = false;
  }

  /** Makes every question about one user fail. */
  void silent() {
    silent = true;
  }

  /** Lets a user be listed no more, who is still there. */
  void hide(String sub) {
    changed.put(sub, user(sub, "CONFIRMED", sub + "@example.com").user());
  }

  /** Changes the address of a user after the pages were read. */
  void changeEmail(String sub, String email) {
    changed.put(sub, user(sub, "CONFIRMED", email).user());
  }

  /** Replaces the first page by one user, with another address. */
  void listAs(String sub, String email) {
    pages.set(0, List.of(user(sub, "CONFIRMED", email)));
  }

  /** Returns the tokens of the requested pages. */
  List<@Nullable String> requestedTokens() {
    return requestedTokens;
  }

  @Override
  public Optional<CognitoUser> find(String userName) {
    if (silent) {
      throw new IllegalStateException(SECRET);
    }
    @Nullable CognitoUser now = changed.get(userName);
    return now != null
        ? Optional.of(now)
        : pages.stream()
            .flatMap(List::stream)
            .map(PoolUser::user)
            .filter(user -> user.userName().equals(userName))
            .findAny();
  }

  @Override
  public UserPage listUsers(@Nullable String token) {
    requestedTokens.add(token);
    if (token != null && !token.matches("\\d+")) {
      throw new InvalidToken(new IllegalArgumentException("Invalid pagination token"));
    }
    if (token != null && expired) {
      expired = false;
      throw new InvalidToken(new IllegalArgumentException("expired"));
    }
    int number = token == null ? 0 : Integer.parseInt(token);
    if (number == failing) {
      throw new IllegalStateException(SECRET);
    }
    @Nullable String next = number + 1 < pages.size() ? String.valueOf(number + 1) : null;
    return new UserPage(pages.get(number), next);
  }

  @Override
  public boolean isUnconfirmed(String userName) {
    return !confirmedLate.contains(userName)
        && pages.stream()
            .flatMap(List::stream)
            .anyMatch(
                user ->
                    user.user().userName().equals(userName)
                        && PoolUser.UNCONFIRMED.equals(user.status()));
  }

  @Override
  public boolean delete(String userName) {
    return deleted.add(userName);
  }

  /** Confirms a user after the pages were read. */
  void confirmLate(String sub) {
    confirmedLate.add(sub);
  }

  /** Returns the names of the deleted users. */
  Set<String> deleted() {
    return deleted;
  }

  /** Returns the removal of nobody. */
  static UnconfirmedUsers keepUnconfirmed(Clock clock) {
    return UnconfirmedUsers.from(new FunctionSettings(Map.of()), new FakeUserPool(), clock);
  }

  /** Returns a user of the pool. */
  static PoolUser user(String sub, String status, String email) {
    return new PoolUser(
        status,
        CREATED,
        new CognitoUser(
            Map.of("sub", sub, "email", email, "email_verified", "true", "given_name", "Jo"),
            sub,
            "us-east-1_EXAMPLE"));
  }

  /** Returns the row that a user of one of these pages gets. */
  static User row(String sub) {
    return TestUsers.builder(sub)
        .email(sub + "@example.com", true)
        .profile(null, "Jo", null)
        .times(CREATED, RecordedLog.NOW, RecordedLog.NOW)
        .build();
  }
}
