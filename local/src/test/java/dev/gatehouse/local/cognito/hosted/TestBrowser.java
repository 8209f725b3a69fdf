package dev.gatehouse.local.cognito.hosted;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser of the hosted pages with cookies, redirects and form submission. */
public final class TestBrowser {
  private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

  public final Map<String, String> cookies = new LinkedHashMap<>();
  private final TestCognito cognito;
  @Nullable Response last;

  /** Creates a browser without cookies. */
  public TestBrowser(TestCognito cognito) {
    this.cognito = cognito;
  }

  /**
   * Returns the address of a page for the default app client, with more alternating names and
   * values.
   */
  public static String address(String path, String... more) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", TestCognito.CLIENT);
    query.put("response_type", "code");
    query.put("redirect_uri", PlanWithDomain.CALLBACK);
    for (int i = 0; i < more.length; i += 2) {
      query.put(more[i], more[i + 1]);
    }
    query.values().removeIf(String::isEmpty);
    return path + "?" + UrlEncoded.encode(query);
  }

  /** Requests a page and follows redirects to other pages. */
  public Response get(String address) {
    Response response = send("GET", address, "");
    String to = location(response);
    return to.startsWith("/") ? get(to) : response;
  }

  /**
   * Submits the first form of the page with alternating names and values, and follows redirects.
   */
  public Response submit(String... fields) {
    String html = html();
    Matcher form = FORM.matcher(html);
    if (!form.find()) {
      throw new AssertionError("no form in " + html);
    }
    Map<String, String> body = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(html.substring(form.end(), html.indexOf("</form>")));
    while (hidden.find()) {
      body.put(hidden.group(1), unescaped(hidden.group(2)));
    }
    for (int i = 0; i < fields.length; i += 2) {
      body.put(fields[i], fields[i + 1]);
    }
    return post(unescaped(form.group(1)), body);
  }

  /** Posts a form and follows redirects to other pages. */
  public Response post(String address, Map<String, String> body) {
    Response response = send("POST", address, UrlEncoded.encode(body));
    String to = location(response);
    return to.startsWith("/") ? get(to) : response;
  }

  /** Returns the HTML of the page. */
  public String html() {
    return last == null ? "" : last.text();
  }

  /** Returns the error on the page. */
  public String problem() {
    Matcher problem = Pattern.compile("id=\"problem\">([^<]*)<").matcher(html());
    return problem.find() ? unescaped(problem.group(1)) : "";
  }

  /** Returns the heading of the page. */
  public String title() {
    Matcher title = Pattern.compile("<h1>([^<]*)<").matcher(html());
    return title.find() ? unescaped(title.group(1)) : "";
  }

  /** Returns the Location header of the last response. */
  public String location() {
    return last == null ? "" : location(last);
  }

  /** Returns a query parameter of the Location header. */
  public String locationParameter(String parameter) {
    return UrlEncoded.decode(location().split("\\?", 2)[1])
        .getOrDefault(parameter, List.of(""))
        .getFirst();
  }

  private Response send(String method, String address, String body) {
    String[] parts = address.split("\\?", 2);
    String cookie =
        cookies.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("; "));
    Response response =
        cognito
            .cognito
            .domain()
            .handle(
                new Request(
                    method,
                    parts[0],
                    UrlEncoded.decode(parts.length == 2 ? parts[1] : null),
                    Map.of("Cookie", List.of(cookie)),
                    "127.0.0.1",
                    body.getBytes(UTF_8)));
    response.headers().getOrDefault("Set-Cookie", List.of()).forEach(this::keep);
    last = response;
    return response;
  }

  private void keep(String cookie) {
    String[] pair = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  private static String location(Response response) {
    return response.headers().getOrDefault("Location", List.of("")).getFirst();
  }

  private static String unescaped(String html) {
    return html.replace("&#x3D;", "=")
        .replace("&#61;", "=")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
