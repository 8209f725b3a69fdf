package dev.gatehouse.local.inspect;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.UserAdministration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The users of all pools beside the rows of the users table. */
public final class Users {

  private final UserAdministration users;
  private final UsersTable table;

  /** Creates a view of users and rows. */
  public Users(UserAdministration users, UsersTable table) {
    this.users = users;
    this.table = table;
  }

  /** Returns a page of the users whose address, name, sub, status or group contain the words. */
  public ListPage<UserSummary> list(String words, String before, int limit) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    ListPage<JsonObject> page =
        ListPage.of(
            newestFirst(),
            user -> UserSummary.text(user, "sub"),
            user -> wanted.isEmpty() || UserSummary.matches(user, wanted),
            before,
            limit);
    Set<String> rows =
        table.existing(page.stream().map(user -> UserSummary.text(user, "sub")).toList());
    return page.map(user -> UserSummary.of(user, rows.contains(UserSummary.text(user, "sub"))));
  }

  /** Returns the user of this name, sub or address, or an empty Optional if there is none. */
  public Optional<UserDetail> find(String name) {
    return users
        .find(name)
        .map(
            user -> {
              Map<String, String> attributes = new LinkedHashMap<>();
              user.getAsJsonObject("attributes")
                  .asMap()
                  .forEach((key, value) -> attributes.put(key, value.getAsString()));
              Map<String, String> row = table.find(UserSummary.text(user, "sub")).orElse(Map.of());
              return UserDetail.of(
                  UserSummary.of(user, !row.isEmpty()),
                  attributes,
                  row,
                  user.get("codes").getAsInt());
            });
  }

  /** Returns the row of a user who may be gone, or an empty Optional if there is none. */
  public Optional<Map<String, String>> row(String sub) {
    return table.find(sub);
  }

  /** Returns the rows whose user is gone, by the column createdAt, newest first. */
  public List<Map<String, String>> rowsWithoutUser() {
    Set<String> subs =
        users.list().stream()
            .map(user -> UserSummary.text(user, "sub"))
            .collect(Collectors.toSet());
    return table.without(subs).stream()
        .sorted(
            Comparator.comparing((Map<String, String> row) -> row.getOrDefault("createdAt", ""))
                .reversed())
        .toList();
  }

  private List<JsonObject> newestFirst() {
    return users.list().stream()
        .sorted(
            Comparator.comparing((JsonObject user) -> UserSummary.text(user, "created")).reversed())
        .toList();
  }

  /** Returns the members that name a user in an administrator's request. */
  static JsonObject named(UserSummary user) {
    return Json.object("UserPoolId", user.poolId(), "Username", user.username());
  }
}
