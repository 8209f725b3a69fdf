package dev.gatehouse.triggers.poolexport;

import dev.gatehouse.triggers.poolexport.ExportPool.ListedUser;
import java.util.List;
import java.util.Map;

/**
 * What an export has so far.
 *
 * @param users all users, whatever their status
 * @param unconfirmed those who wait for their code, and cannot be imported
 * @param groups the groups
 * @param members the memberships
 */
record ExportCounts(long users, long unconfirmed, long groups, long members) {
  static final ExportCounts NONE = new ExportCounts(0, 0, 0, 0);

  static ExportCounts of(Map<String, String> stored) {
    return new ExportCounts(
        number(stored, "users"),
        number(stored, "unconfirmed"),
        number(stored, "groups"),
        number(stored, "members"));
  }

  ExportCounts withUsers(List<ListedUser> more) {
    long waiting = more.stream().filter(user -> "UNCONFIRMED".equals(user.status())).count();
    return new ExportCounts(users + more.size(), unconfirmed + waiting, groups, members);
  }

  ExportCounts withGroups(int more) {
    return new ExportCounts(users, unconfirmed, groups + more, members);
  }

  ExportCounts withMembers(int more) {
    return new ExportCounts(users, unconfirmed, groups, members + more);
  }

  void addTo(Map<String, String> stored) {
    stored.put("users", Long.toString(users));
    stored.put("unconfirmed", Long.toString(unconfirmed));
    stored.put("groups", Long.toString(groups));
    stored.put("members", Long.toString(members));
  }

  private static long number(Map<String, String> stored, String name) {
    return Long.parseLong(stored.getOrDefault(name, "0"));
  }
}
