package dev.gatehouse.integrationtests.hosted;

import dev.gatehouse.integrationtests.clients.TextResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP client with cookies that follows redirects one by one and submits the first form of a
 * page.
 */
final class HtmlFormClient {
  private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI home;
  private URI at;
  private TextResponse last;

  private HtmlFormClient(URI home, URI page) {
    this.home = home;
    this.at = page;
    this.last = open(page);
  }

  /** Opens a page and follows its redirects within the same emulator. */
  static HtmlFormClient at(HostedPagesEmulator hosted, URI page) {
    return new HtmlFormClient(hosted.emulator().aws(), page);
  }

  /** Fills in the first form. */
  void submit(Map<String, String> fields) {
    Matcher form = FORM.matcher(last.body());
    Matcher csrf = CSRF.matcher(last.body());
    if (!form.find() || !csrf.find()) {
      throw new AssertionError("no form in " + last.body());
    }
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", csrf.group(1));
    last =
        follow(
            HttpRequest.newBuilder(home.resolve(unescaped(form.group(1))))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(OAuthClient.form(all))));
  }

  TextResponse open(URI page) {
    last = follow(HttpRequest.newBuilder(page));
    return last;
  }

  /** Returns the URL of the last response, or of its redirect to another host. */
  URI at() {
    return at;
  }

  TextResponse last() {
    return last;
  }

  private TextResponse follow(HttpRequest.Builder request) {
    try {
      HttpRequest sent = request.timeout(Duration.ofSeconds(60)).build();
      TextResponse response = TextResponse.of(http.send(sent, BodyHandlers.ofString()));
      at = sent.uri();
      if (response.status() != 302) {
        return response;
      }
      at = home.resolve(response.headers().firstValue("Location").orElseThrow());
      boolean stays = at.getAuthority().equals(home.getAuthority());
      return stays ? follow(HttpRequest.newBuilder(at)) : response;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String unescaped(String html) {
    return html.replace("&#x3D;", "=").replace("&#61;", "=").replace("&amp;", "&");
  }
}
