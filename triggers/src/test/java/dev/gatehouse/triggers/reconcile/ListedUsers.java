package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.triggers.RecordedLog;
import dev.gatehouse.triggers.postconfirmation.ConfirmedUser;
import dev.gatehouse.users.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Is a pool whose pages are laid out before; the token of a page is its place among them. */
final class ListedUsers implements PoolUsers {
  static final String SECRET = "assumed-role/reconcile cannot ListUsers";
  private static final Instant CREATED = Instant.parse("2020-01-01T00:00:00Z");

  private final List<List<PoolUser>> pages = new ArrayList<>();
  private final List<@Nullable String> asked = new ArrayList<>();
  private int broken = -1;

  /** Adds a page of confirmed users, each named by their sub. */
  void pageOf(String... subs) {
    pages.add(
        Arrays.stream(subs).map(sub -> user(sub, "CONFIRMED", sub + "@example.com")).toList());
  }

  /** Adds a page of one user. */
  void add(PoolUser user) {
    pages.add(List.of(user));
  }

  /** Adds a page that does not come. */
  void brokenPage() {
    broken = pages.size();
    pages.add(List.of());
  }

  List<@Nullable String> asked() {
    return asked;
  }

  @Override
  public Page page(@Nullable String token) {
    asked.add(token);
    if (token != null && !token.matches("\\d")) {
      throw new IllegalArgumentException("Invalid pagination token");
    }
    int number = token == null ? 0 : Integer.parseInt(token);
    if (number == broken) {
      throw new IllegalStateException(SECRET);
    }
    @Nullable String next = number + 1 < pages.size() ? String.valueOf(number + 1) : null;
    return new Page(pages.get(number), next);
  }

  static PoolUser user(String sub, String status, String email) {
    return new PoolUser(
        status,
        CREATED,
        new ConfirmedUser(
            Map.of("sub", sub, "email", email, "email_verified", "true", "given_name", "Jo"),
            sub,
            "us-east-1_EXAMPLE"));
  }

  /** Returns the row that is due to a user of one of these pages. */
  static User row(String sub) {
    return new User(
        sub,
        sub + "@example.com",
        true,
        null,
        "Jo",
        null,
        CREATED,
        RecordedLog.NOW,
        RecordedLog.NOW,
        sub,
        "us-east-1_EXAMPLE",
        1);
  }
}
