package dev.gatehouse.local.console.view;

import dev.gatehouse.local.http.UrlEncoded;
import dev.gatehouse.local.inspect.ListPage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The search of a list and the links to its other pages.
 *
 * @param search the words that are looked for
 * @param first the address of the newest items, null on the first page
 * @param older the address of the next page, null on the last one
 * @param live whether new items are added while the page is open
 */
public record Paging(
    String action, String search, @Nullable String first, @Nullable String older, boolean live) {

  /** Returns the paging of a list at an address. */
  public static Paging of(String action, String search, String before, ListPage<?> page) {
    return new Paging(
        action,
        search,
        before.isEmpty() ? null : address(action, search, ""),
        page.next().isEmpty() ? null : address(action, search, page.next()),
        before.isEmpty() && search.isEmpty());
  }

  /** Returns whether the list is searched. */
  public boolean searched() {
    return !search.isEmpty();
  }

  private static String address(String action, String search, String before) {
    Map<String, String> query = new LinkedHashMap<>();
    if (!search.isEmpty()) {
      query.put("search", search);
    }
    if (!before.isEmpty()) {
      query.put("before", before);
    }
    return query.isEmpty() ? action : action + "?" + UrlEncoded.encode(query);
  }
}
