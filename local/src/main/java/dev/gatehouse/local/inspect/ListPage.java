package dev.gatehouse.local.inspect;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A part of a list, newest first.
 *
 * @param next the id of the last item if there are older ones, or else empty
 */
public record ListPage<T>(List<T> items, String next) {

  /** The number of items on a page, unless a request says otherwise. */
  public static final int SIZE = 50;

  /**
   * Returns the page after an item.
   *
   * @param all the list, newest first
   * @param before the id of the last item of the page before, empty for the first page; an unknown
   *     id gives the first page
   */
  static <T> ListPage<T> of(
      List<T> all, Function<T, String> id, Predicate<T> matches, String before, int limit) {
    List<T> rest = all.subList(start(all, id, before), all.size());
    List<T> found = rest.stream().filter(matches).limit(limit + 1L).toList();
    return found.size() <= limit
        ? new ListPage<>(found, "")
        : new ListPage<>(found.subList(0, limit), id.apply(found.get(limit - 1)));
  }

  private static <T> int start(List<T> all, Function<T, String> id, String before) {
    if (before.isEmpty()) {
      return 0;
    }
    int at = 0;
    for (T item : all) {
      at++;
      if (id.apply(item).equals(before)) {
        return at;
      }
    }
    return 0;
  }

  /** Returns a page of other items. */
  public <R> ListPage<R> map(Function<T, R> mapper) {
    return new ListPage<>(items.stream().map(mapper).toList(), next);
  }

  /** Returns the items as a stream. */
  public Stream<T> stream() {
    return items.stream();
  }
}
