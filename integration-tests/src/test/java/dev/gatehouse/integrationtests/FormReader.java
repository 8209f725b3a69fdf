package dev.gatehouse.integrationtests;

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

/** A browser without a screen: cookies, redirections one by one, the first form of a page. */
final class FormReader {
  private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI home;
  private URI at;
  private Answer last;

  private FormReader(URI home, URI page) {
    this.home = home;
    this.at = page;
    this.last = open(page);
  }

  /** Opens a page and follows where it leads, as long as that is on the same machine. */
  static FormReader at(HostedMachine hosted, URI page) {
    return new FormReader(hosted.machine().aws(), page);
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
                .POST(BodyPublishers.ofString(TokenClient.form(all))));
  }

  Answer open(URI page) {
    last = follow(HttpRequest.newBuilder(page));
    return last;
  }

  /** Returns where the browser is now, or was sent by the last page. */
  URI at() {
    return at;
  }

  Answer last() {
    return last;
  }

  private Answer follow(HttpRequest.Builder request) {
    try {
      HttpRequest sent = request.timeout(Duration.ofSeconds(60)).build();
      Answer answer = Answer.of(http.send(sent, BodyHandlers.ofString()));
      at = sent.uri();
      if (answer.status() != 302) {
        return answer;
      }
      at = home.resolve(answer.headers().firstValue("Location").orElseThrow());
      boolean stays = at.getAuthority().equals(home.getAuthority());
      return stays ? follow(HttpRequest.newBuilder(at)) : answer;
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
