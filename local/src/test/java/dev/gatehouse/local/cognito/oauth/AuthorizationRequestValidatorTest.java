package dev.gatehouse.local.cognito.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.hosted.PlanWithDomain;
import dev.gatehouse.local.cognito.hosted.TestBrowser;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuthorizationRequestValidatorTest {
  private final TestCognito cognito = new TestCognito(PlanWithDomain.plan());
  private final TestBrowser browser = new TestBrowser(cognito);

  @ParameterizedTest
  @CsvSource({
    "client_id, '', Client does not exist",
    "client_id, unknown, Client does not exist",
    "client_id, plainclient00000000000000c, Client does not exist",
    "client_id, legacyclient0000000000000a, unauthorized_client",
    "redirect_uri, '', redirect_mismatch",
    "redirect_uri, https://app.example.com/callback, redirect_mismatch",
    "redirect_uri, https://APP.example.com/callback?from=gatehouse, redirect_mismatch",
    "redirect_uri, https://elsewhere.example.com, redirect_mismatch"
  })
  void invalidClientOrRedirectUriShowsTheErrorPage(String parameter, String value, String error) {
    for (String path : List.of("/oauth2/authorize", "/login", "/signup")) {
      Response answer = browser.get(TestBrowser.address(path, parameter, value));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(browser.html()).contains(error);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, '', invalid_request",
    "response_type, id_token, invalid_request",
    "response_type, token, unauthorized_client",
    "scope, openid phone, invalid_request",
    "scope, openid nonsense, invalid_request",
    "scope, email, invalid_request",
    "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, invalid_request",
    "code_challenge_method, S256, invalid_request",
    "identity_provider, Google, invalid_request"
  })
  void otherErrorsAreRedirectedToTheClient(String parameter, String value, String error) {
    browser.get(TestBrowser.address("/oauth2/authorize", "state", "s 1", parameter, value));

    assertThat(browser.location()).startsWith(PlanWithDomain.CALLBACK + "&error");
    assertThat(browser.locationParameter("error")).isEqualTo(error);
    assertThat(browser.locationParameter("state")).isEqualTo("s 1");
  }

  @Test
  void disallowedScopeIsInvalidScope() {
    browser.get(TestBrowser.address("/oauth2/authorize", "scope", "openid phone"));

    assertThat(browser.location())
        .isEqualTo(
            PlanWithDomain.CALLBACK + "&error_description=invalid_scope&error=invalid_request");
  }

  @Test
  void plainCodeChallengesAreRejected() {
    String challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    browser.get(
        TestBrowser.address(
            "/login", "code_challenge", challenge, "code_challenge_method", "plain"));

    assertThat(browser.locationParameter("error")).isEqualTo("invalid_request");
  }

  @Test
  void errorPageNamesWhatThePlanHas() {
    String mark = "Local emulator, not on AWS: ";

    browser.get(TestBrowser.address("/login", "client_id", "unknown"));
    assertThat(browser.html())
        .contains(mark + "client_id must be ", TestCognito.CLIENT, TestCognito.BACKEND)
        .doesNotContain(TestCognito.LEGACY);
    browser.get(TestBrowser.address("/login", "redirect_uri", "https://elsewhere.example.com"));
    assertThat(browser.html())
        .contains(mark + "redirect_uri must be https://app.example.com/callback?from")
        .contains("logout_uri " + PlanWithDomain.LOGOUT);
    browser.get(TestBrowser.address("/login", "client_id", "legacyclient0000000000000a"));
    assertThat(browser.html()).doesNotContain(mark);
  }

  @Test
  void errorPageEscapesHtml() {
    browser.get("/error?error=%3Cscript%3E");

    assertThat(browser.html()).contains("&lt;script&gt;").doesNotContain("<script>");
  }

  @Test
  void planWithoutADomainHasNoPages() {
    TestBrowser elsewhere = new TestBrowser(new TestCognito());
    Response answer = elsewhere.get(TestBrowser.address("/login"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(elsewhere.html()).contains("No user pool has a domain");
  }

  @Test
  void domainOfAnUnknownPoolIsRejected() {
    Plan plan = PlanWithDomain.plan();
    JsonObject inputs = plan.resources().getLast().inputs();
    inputs.addProperty("userPoolId", "us-east-1_gone");

    assertThatThrownBy(() -> new TestCognito(plan))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining("names an unknown user pool");
  }

  @Test
  void unsupportedDomainInputIsRejected() {
    Plan plan = PlanWithDomain.plan();
    plan.resources().getLast().inputs().addProperty("somethingNew", true);

    assertThatThrownBy(() -> new TestCognito(plan))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining("sets somethingNew");
  }
}
