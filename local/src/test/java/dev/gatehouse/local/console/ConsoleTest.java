package dev.gatehouse.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.invoke.FunctionCall;
import dev.gatehouse.local.plan.PlanResources;
import dev.gatehouse.local.ses.Ses;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.SendOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  private final Ses ses =
      Ses.of(
          PlanResources.plan(
              List.of(
                  PlanResources.resource(
                      "aws:ses/emailIdentity:EmailIdentity",
                      "sender",
                      "{\"email\": \"a@b.org\"}",
                      "{}"))),
          Clock.systemUTC());
  private final FunctionCallLog calls = new FunctionCallLog();
  private final EmulatorConsole console =
      new EmulatorConsole(
          ses.inbox(),
          () -> List.of(user("1", "jane@b.org"), user("2", "<joe>")),
          () -> Set.of("1"),
          calls);

  @Test
  void emailIsEscapedAndSandboxed() {
    ses.send(
        Mail.html("a@b.org", "jane@b.org", "<i>Hi</i>", "<b class=\"x\">\"code\"</b><script>"));

    assertThat(page())
        .contains("<b>&lt;i&gt;Hi&lt;/i&gt;</b>")
        .contains("<iframe sandbox title=\"HTML of the email\" srcdoc=\"&lt;b class")
        .doesNotContain("<i>Hi</i>", "</b><script>");
  }

  @Test
  void emailHasTextAndHeaders() {
    ses.send(
        new Mail(
            "Shop <a@b.org>",
            List.of("jane@b.org"),
            List.of(),
            List.of(),
            "Your code",
            "471199 is your <code>",
            "<p>471199</p>",
            new SendOptions(
                List.of("help@b.org"), null, Map.of("message", "sign-up"), Map.of("X-A", "b"))));

    assertThat(page())
        .contains("<pre>471199 is your &lt;code&gt;</pre>")
        .contains("<dt>From</dt><dd>Shop &lt;a@b.org&gt;</dd><dt>To</dt><dd>jane@b.org</dd>")
        .contains("<dt>Reply-To</dt><dd>help@b.org</dd><dt>Subject</dt><dd>Your code</dd>")
        .contains("<dt>Tag message</dt><dd>sign-up</dd><dt>Raw X-A</dt><dd>b</dd>")
        .doesNotContain("Configuration set");
  }

  @Test
  void existingPartIsSelected() {
    ses.send(
        new Mail("a@b.org", List.of("jane@b.org"), List.of(), List.of(), "s", "only text", null));

    assertThat(page())
        .doesNotContain("<iframe sandbox")
        .containsPattern("id=\"text-[^\"]+\" checked>")
        .doesNotContainPattern("id=\"head-[^\"]+\" checked>");
  }

  @Test
  void policyAllowsNoForeignContent() {
    Response response = handle();

    String policy =
        response.headers().getOrDefault("Content-Security-Policy", List.of("")).getFirst();
    assertThat(policy).startsWith("default-src 'none';").contains("script-src 'nonce-");
    assertThat(response.text()).doesNotContain("http://", "https://");
    assertThat(handle().headers()).isNotEqualTo(response.headers());
  }

  @Test
  void usersAreShownWithTheirRows() {
    assertThat(page())
        .containsPattern("<td>jane@b.org</td><td>CONFIRMED</td><td><span class=\"good\">row</span>")
        .containsPattern(
            "<td>&lt;joe&gt;</td><td>CONFIRMED</td><td><span class=\"muted\">no row</span>");
  }

  @Test
  void onlyTriggerCallsShowPayloads() {
    calls.accept(call("cognito-idp.amazonaws.com", "{\"triggerSource\":\"PreSignUp_SignUp\"}"));
    calls.accept(call("apigateway.amazonaws.com", "{\"body\":\"a-secret-password\"}"));

    assertThat(page())
        .contains("PreSignUp_SignUp", "12 ms, cold start, called by cognito-idp.amazonaws.com");
    assertThat(page()).doesNotContain("a-secret-password");
  }

  @Test
  void emptyConsoleExplainsItself() {
    assertThat(page()).contains("No emails yet. A sign-up sends one.", "No function calls yet.");
  }

  @Test
  void oldCallsAreDropped() {
    for (int i = 0; i < 300; i++) {
      calls.accept(call("cognito-idp.amazonaws.com", "{\"n\":" + i + "}"));
    }

    assertThat(calls.newestFirst()).hasSize(200);
    assertThat(calls.newestFirst().getFirst().event()).isEqualTo("{\"n\":299}");
  }

  private static FunctionCall call(String caller, String event) {
    return new FunctionCall(
        Instant.EPOCH, "f", caller, event, "{}", Duration.ofMillis(12), true, "succeeded");
  }

  private static JsonObject user(String sub, String email) {
    JsonObject user = new JsonObject();
    user.addProperty("sub", sub);
    user.addProperty("email", email);
    user.addProperty("status", "CONFIRMED");
    user.addProperty("created", "2026-11-22T12:00:00Z");
    return user;
  }

  private String page() {
    return handle().text();
  }

  private Response handle() {
    return console.handle(new Request("GET", "/", Map.of(), Map.of(), "127.0.0.1", new byte[0]));
  }
}
