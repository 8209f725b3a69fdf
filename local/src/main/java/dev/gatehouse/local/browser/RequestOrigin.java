package dev.gatehouse.local.browser;

import dev.gatehouse.local.http.Request;
import java.util.Optional;
import java.util.Set;

/**
 * Where a request comes from, as its headers tell: what a browser may send without a preflight has
 * the header {@code Origin} or {@code Sec-Fetch-Site}, which no page can set.
 */
sealed interface RequestOrigin {

  /** A client that is no page, a page of the port itself, or a user who opens a page. */
  record Trusted() implements RequestOrigin {}

  /**
   * A page of another origin.
   *
   * @param origin the {@code Origin} header, or "another site" if the browser sent none
   */
  record Foreign(String origin) implements RequestOrigin {

    /** Returns whether the origin is one that can be allowed. */
    boolean named() {
      return origin.startsWith("http://") || origin.startsWith("https://");
    }
  }

  /** The relations in which the browser vouches for the page. */
  Set<String> OWN_SITES = Set.of("same-origin", "none");

  /** Returns where a request comes from. */
  static RequestOrigin of(Request request) {
    Optional<String> site = request.header("Sec-Fetch-Site");
    if (site.isPresent() && OWN_SITES.contains(site.get())) {
      return new Trusted();
    }
    Optional<String> origin = request.header("Origin");
    if (origin.isPresent()) {
      return isOwn(origin.get(), request) ? new Trusted() : new Foreign(origin.get());
    }
    return site.isEmpty() || opensPage(request) ? new Trusted() : new Foreign("another site");
  }

  /** Returns whether the origin is the one of the port; its host is checked before. */
  private static boolean isOwn(String origin, Request request) {
    return request
        .header("Host")
        .filter(host -> origin.equals("http://" + host) || origin.equals("https://" + host))
        .isPresent();
  }

  /**
   * Returns whether a browser opens a page, as the redirect to the hosted pages and links do; the
   * page it comes from cannot read it. A query with an action is a call, not a page.
   */
  private static boolean opensPage(Request request) {
    return request.header("Sec-Fetch-Mode").filter("navigate"::equals).isPresent()
        && (request.method().equals("GET") || request.method().equals("HEAD"))
        && request.parameter("Action").isEmpty();
  }
}
