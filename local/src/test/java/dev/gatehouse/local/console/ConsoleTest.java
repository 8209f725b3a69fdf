package dev.gatehouse.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.console.view.FirstPage.AccountView;
import dev.gatehouse.local.control.Routes;
import dev.gatehouse.local.control.TestParts;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import dev.gatehouse.local.lambda.invoke.FunctionCall;
import dev.gatehouse.local.mailtexts.MailTexts;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.SentMail;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {
  private static final AccountView ACCOUNT =
      new AccountView(
          "us-east-1_pool",
          "client0",
          "users",
          "http://localhost:8080",
          "http://localhost:4566",
          "jane@example.com",
          "http://localhost:4566/signup",
          "http://localhost:4566/login",
          "2026-03-01T12:00:00Z",
          null);

  private final TestParts parts = new TestParts();
  private final Routes routes =
      Routes.of(
          new EmulatorConsole(
                  parts.parts(),
                  parts.clock,
                  MailTexts.of(Path.of("missing"), List.of()),
                  () -> ACCOUNT)
              .routes(),
          Stream.of());

  private Response get(String path) {
    String[] address = path.split("\\?", 2);
    return routes.handle(
        new Request(
            "GET",
            address[0],
            address.length == 1 ? Map.of() : UrlEncoded.decode(address[1]),
            Map.of(),
            "127.0.0.1",
            new byte[0]));
  }

  private void mail(String id, String subject, String html) {
    parts.inbox.add(
        new SentMail(id, Instant.EPOCH, Mail.html("a@b.org", "jane@b.org", subject, html)));
  }

  private static FunctionCall call(String caller, String event, String outcome, String code) {
    return new FunctionCall(
        "id",
        "",
        Instant.EPOCH,
        "f",
        caller,
        event,
        "{}",
        Duration.ofMillis(12),
        true,
        outcome,
        code);
  }

  @Test
  void firstPageHasPoolClientHostedPagesAndASignUpForm() {
    assertThat(get("/").text())
        .contains("us-east-1_pool", "client0")
        .contains("href=\"http://localhost:4566/signup\"", "href=\"http://localhost:4566/login\"")
        .contains("<form method=\"post\" action=\"/_gatehouse/console/sign-up\">")
        .contains("No mails. A sign-up sends one.");
  }

  @Test
  void everyTextIsEscapedAndNoMailIsInTheList() {
    mail("m1", "<i>Hi</i>", "<b class=\"x\">\"the body\"</b><script>alert(1)</script>");

    assertThat(get("/").text())
        .contains("<b>&lt;i&gt;Hi&lt;/i&gt;</b>")
        .doesNotContain("<i>Hi</i>", "the body");
    assertThat(get("/_gatehouse/console/mails/m1").text())
        .contains("<iframe id=\"preview\" sandbox title=\"HTML of the mail\"")
        .contains("src=\"/_gatehouse/console/mails/m1/html?scheme=light\"")
        .doesNotContain("<script>alert", "<b class=\"x\">");
  }

  @Test
  void listOfThousandsOfMailsIsOnePageOfFifty() {
    for (int i = 0; i < 10_000; i++) {
      mail("m" + i, "Your verification code", "<p>Your code is 471199</p>" + "x".repeat(500));
    }
    String page = get("/").text();

    assertThat(page).hasSizeLessThan(200_000).contains("before&#x3D;m9950\" rel=\"next\">Older");
    assertThat(page.split("<li id=", -1)).hasSize(51);
    assertThat(page.indexOf("m9999")).isLessThan(page.indexOf("m9998"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/_gatehouse/console/users",
        "/_gatehouse/console/requests",
        "/_gatehouse/console/aws-requests",
        "/_gatehouse/console/calls",
        "/_gatehouse/console/logs",
        "/_gatehouse/console/tokens",
        "/_gatehouse/console/faults"
      })
  void pageLoadsNothingForeignAndIsNeverFramed(String path) {
    Response response = get(path);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers().get("Content-Security-Policy"))
        .singleElement()
        .asString()
        .startsWith("default-src 'none'; style-src 'self'; script-src 'self';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(response.headers()).containsEntry("X-Frame-Options", List.of("DENY"));
    assertThat(response.text()).doesNotContain("<style", " style=", " onclick=", "javascript:");
  }

  @Test
  void frameOfAMailExecutesAndFetchesNothing() {
    mail("m1", "Hi", "<p>text</p>");

    assertThat(get("/_gatehouse/console/mails/m1/html").headers().get("Content-Security-Policy"))
        .singleElement()
        .asString()
        .startsWith("default-src 'none';")
        .contains("sandbox", "frame-ancestors 'self'")
        .doesNotContain("script-src", "allow-");
  }

  @ParameterizedTest
  @CsvSource({"light, (max-width: 0), (min-width: 0)", "dark, (min-width: 0), (max-width: 0)"})
  void schemeOfAMailIsTheChosenOne(String scheme, String dark, String light) {
    mail(
        "m1",
        "Hi",
        "<style>@media (prefers-color-scheme:dark) {a} @media ( prefers-color-scheme: light ) {b}");

    assertThat(get("/_gatehouse/console/mails/m1/html?scheme=" + scheme).text())
        .contains("@media " + dark + " {a} @media " + light + " {b}")
        .contains("color-scheme: only " + scheme);
  }

  @Test
  void refusalShowsItsCodeAndAFailureStandsOut() {
    parts.activity.called(
        call("cognito-idp.amazonaws.com", "{}", FunctionCall.REFUSED, "EMAIL_INVALID"));
    parts.activity.called(call("cognito-idp.amazonaws.com", "{}", "failed", ""));

    assertThat(get("/_gatehouse/console/calls").text())
        .contains("<span class=\"result refusal\">EMAIL_INVALID</span>")
        .contains("<span class=\"result bad\">failed</span>")
        .doesNotContain("refused");
  }

  @Test
  void payloadsAreShownWithMaskedSecrets() {
    parts.activity.called(
        call(
            "apigateway.amazonaws.com",
            "{\"httpMethod\":\"POST\",\"path\":\"/user\",\"body\":\"{\\\"password\\\":\\\"s3cret\\\"}\"}",
            FunctionCall.SUCCEEDED,
            ""));

    assertThat(get("/_gatehouse/console/calls").text()).contains("POST /user", "12 ms, cold");
    assertThat(get("/_gatehouse/console/calls/id").text())
        .contains("(masked)")
        .doesNotContain("s3cret");
  }

  @Test
  void usersAreShownWithTheirGroups() {
    String user = parts.cognito.confirmed(TestCognito.EMAIL);
    String member = "{\"UserPoolId\":\"%s\",\"GroupName\":\"editors\",\"Username\":\"%s\"}";
    parts.cognito.call(
        "CreateGroup", TestCognito.json("UserPoolId", TestCognito.POOL, "GroupName", "editors"));
    parts.cognito.send("AdminAddUserToGroup", member.formatted(TestCognito.POOL, user));

    assertThat(get("/_gatehouse/console/users").text()).contains("<td>editors</td>");
    assertThat(get("/_gatehouse/console/users/" + user).text())
        .contains("<dt>Groups</dt><dd>editors</dd>");
  }

  @Test
  void noticeIsShownOnce() {
    Notices notices = new Notices();
    Response redirect = notices.redirect("/", new Notices.Notice("Done.", false));
    String location = redirect.headers().getOrDefault("Location", List.of("")).getFirst();
    String id = location.substring(location.indexOf('=') + 1);

    assertThat(redirect.status()).isEqualTo(303);
    assertThat(notices.take(id)).isEqualTo(new Notices.Notice("Done.", false));
    assertThat(notices.take(id)).isNull();
  }
}
