package dev.gatehouse.triggers.poolexport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A fake of the exported pool with prepared pages; the token of a page is its index. */
final class FakeExportPool implements ExportPool {
  private final List<List<ListedUser>> pages = new ArrayList<>();
  private final Map<String, List<String>> groups = new TreeMap<>();
  private String id = "us-east-1_EXAMPLE";
  private int expiredAt = -1;
  private int failingAt = -1;
  int listings;

  /** Adds a page of confirmed users, each named by their sub. */
  void pageOf(String... subs) {
    pages.add(List.of(subs).stream().map(sub -> user(sub, "CONFIRMED")).toList());
  }

  /** Adds a page of one user with a status. */
  void add(String sub, String status) {
    pages.add(List.of(user(sub, status)));
  }

  void group(String name, String... users) {
    groups.put(name, List.of(users));
  }

  /** Refuses the token of a page once. */
  void expireTokenOf(int page) {
    expiredAt = page;
  }

  /** Fails at a page until it is -1. */
  void failAt(int page) {
    failingAt = page;
  }

  /** Gives the pool another id, as one that was rebuilt has. */
  void rebuild() {
    id = "us-east-1_REBUILT";
    groups.clear();
  }

  private static ListedUser user(String sub, String status) {
    return new ListedUser(
        sub,
        status,
        true,
        Instant.parse("2020-01-01T00:00:00Z"),
        Instant.parse("2020-01-02T00:00:00Z"),
        Map.of("sub", sub, "email", sub + "@example.com", "custom:plan", "gold, \"old\""));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Page<ListedUser> listUsers(@Nullable String token) {
    listings++;
    int page = token == null ? 0 : Integer.parseInt(token);
    if (page == expiredAt) {
      expiredAt = -1;
      throw new InvalidToken(new IllegalArgumentException("expired"));
    }
    if (page == failingAt) {
      throw new IllegalStateException("secret of jane@example.com");
    }
    return new Page<>(pages.get(page), page + 1 < pages.size() ? String.valueOf(page + 1) : null);
  }

  @Override
  public Page<ListedGroup> listGroups(@Nullable String token) {
    List<ListedGroup> all =
        groups.keySet().stream()
            .map(name -> new ListedGroup(name, "All of them", 3, null))
            .toList();
    int index = token == null ? 0 : Integer.parseInt(token);
    return all.isEmpty()
        ? new Page<>(all, null)
        : new Page<>(
            List.of(all.get(index)), index + 1 < all.size() ? String.valueOf(index + 1) : null);
  }

  @Override
  public Page<String> listUsersInGroup(String group, @Nullable String token) {
    List<String> all = groups.getOrDefault(group, List.of());
    int index = token == null ? 0 : Integer.parseInt(token);
    return all.isEmpty()
        ? new Page<>(all, null)
        : new Page<>(
            List.of(all.get(index)), index + 1 < all.size() ? String.valueOf(index + 1) : null);
  }
}
