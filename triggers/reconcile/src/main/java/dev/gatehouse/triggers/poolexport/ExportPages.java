package dev.gatehouse.triggers.poolexport;

import dev.gatehouse.triggers.poolexport.Export.Phase;
import dev.gatehouse.triggers.poolexport.ExportPool.ListedGroup;
import dev.gatehouse.triggers.poolexport.ExportPool.ListedUser;
import dev.gatehouse.triggers.poolexport.ExportPool.Page;
import dev.gatehouse.users.UserIds;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The pages of an export, one list after the other. */
final class ExportPages {
  private final ExportPool pool;
  private final UserIds ids;
  private @Nullable NavigableSet<String> groups;

  ExportPages(ExportPool pool, UserIds ids) {
    this.pool = pool;
    this.ids = ids;
  }

  /** Adds the next page to a part, and returns the export after it. */
  Export next(Export export, ExportPart part) {
    return switch (export.phase()) {
      case USERS -> users(export, part);
      case GROUPS -> groups(export, part);
      case MEMBERS -> members(export, part);
      case WHOLE -> export;
    };
  }

  private Export users(Export export, ExportPart part) {
    Page<ListedUser> page = pool.listUsers(export.cursor());
    Map<String, String> idOf = ids.idsOf(page.items().stream().map(ListedUser::sub).toList());
    part.add(
        page.items().stream().map(user -> ExportLines.user(user, idOf.get(user.sub()))).toList());
    return export.at(
        page.next() == null ? Phase.GROUPS : Phase.USERS,
        page.next(),
        export.counts().withUsers(page.items()));
  }

  private Export groups(Export export, ExportPart part) {
    Page<ListedGroup> page = pool.listGroups(export.cursor());
    part.add(page.items().stream().map(ExportLines::group).toList());
    return export.at(
        page.next() == null ? Phase.MEMBERS : Phase.GROUPS,
        page.next(),
        export.counts().withGroups(page.items().size()));
  }

  private Export members(Export export, ExportPart part) {
    @Nullable String group = export.group();
    if (group == null) {
      return after(export, "");
    }
    Page<String> page = pool.listUsersInGroup(group, export.cursor());
    part.add(page.items().stream().map(name -> ExportLines.member(group, name)).toList());
    Export counted =
        export.at(Phase.MEMBERS, page.next(), export.counts().withMembers(page.items().size()));
    return page.next() == null ? after(counted, group) : counted;
  }

  /** Groups go by their names, so that another run knows where this one stopped. */
  private Export after(Export export, String group) {
    @Nullable String next = names().higher(group);
    return next == null ? export.at(Phase.WHOLE, null, export.counts()) : export.in(next);
  }

  private NavigableSet<String> names() {
    NavigableSet<String> names = groups;
    if (names == null) {
      names = new TreeSet<>();
      @Nullable String token = null;
      do {
        Page<ListedGroup> page = pool.listGroups(token);
        List<String> more = page.items().stream().map(ListedGroup::name).toList();
        names.addAll(more);
        token = page.next();
      } while (token != null);
      groups = names;
    }
    return names;
  }
}
