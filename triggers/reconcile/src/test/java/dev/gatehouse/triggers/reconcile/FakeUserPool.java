package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.users.CognitoUser;
import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fake of the user pool with prepared pages; the token of a page is its index. */
final class FakeUserPool implements UserPool {
  static final String SECRET = "assumed-role/reconcile cannot ListUsers";
  private static final Instant CREATED = Instant.parse("2020-01-01T00:00:00Z");

  private final List<List<PoolUser>> pages = new ArrayList<>();
  private final List<@Nullable String> requestedTokens = new ArrayList<>();
  private final Map<String, CognitoUser> changed = new HashMap<>();
  private int failing = -1;
  private boolean silent;

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
    if (token != null && !token.matches("\\d")) {
      throw new IllegalArgumentException("Invalid pagination token");
    }
    int number = token == null ? 0 : Integer.parseInt(token);
    if (number == failing) {
      throw new IllegalStateException(SECRET);
    }
    @Nullable String next = number + 1 < pages.size() ? String.valueOf(number + 1) : null;
    return new UserPage(pages.get(number), next);
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
