package dev.gatehouse.integrationtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import dev.gatehouse.integrationtests.hosted.Chromium;
import dev.gatehouse.integrationtests.hosted.ClientApp;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page of another origin, which tries every service, beside the emulator's own page. */
@WithLocalEmulator
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignPageIT {

  /** A name that resolves to this computer, as that of a page that rebinds its own does. */
  private static final String ATTACKER = "attacker.example";

  /** Ends with the status of a request, or with "blocked". */
  private static final String FETCH =
      """
      const [address, method, type, target, body, mode, done] = arguments;
      const headers = {};
      if (type) headers['Content-Type'] = type;
      if (target) headers['X-Amz-Target'] = target;
      // DynamoDB looks for a signature, which the emulator does not check.
      if (target && target.startsWith('DynamoDB')) headers['Authorization'] =
        'AWS4-HMAC-SHA256 Credential=any/20261201/us-east-1/dynamodb/aws4_request,'
        + ' SignedHeaders=host, Signature=any';
      if (headers.Authorization) headers['X-Amz-Date'] = '20261201T000000Z';
      fetch(address, {method, mode, headers, body: body || undefined})
        .then(response => done(String(response.status)), () => done('blocked'));
      """;

  /** Posts a form, as a page may do without scripts, and ends once the frame has the answer. */
  private static final String FORM =
      """
      const [address, action, identity, done] = arguments;
      document.body.innerHTML = '<iframe name="answer"></iframe>'
        + '<form method="post" target="answer"><input name="Action"><input name="EmailAddress">'
        + '<input name="Version" value="2010-12-01"></form>';
      const form = document.querySelector('form');
      form.action = address;
      form.elements.Action.value = action;
      form.elements.EmailAddress.value = identity;
      document.querySelector('iframe').onload = () => setTimeout(() => done('sent'), 200);
      form.submit();
      """;

  /** A request to a service. */
  private record ServiceRequest(String path, String type, String target, String body) {
    static ServiceRequest get(String path) {
      return new ServiceRequest(path, "", "", "");
    }

    static ServiceRequest form(String body) {
      return new ServiceRequest("/", "application/x-www-form-urlencoded", "", body);
    }

    static ServiceRequest json(String target, String body) {
      String version = target.startsWith("AWSCognito") || target.startsWith("Trent") ? "1" : "0";
      return new ServiceRequest("/", "application/x-amz-json-1." + version, target, body);
    }
  }

  private static final List<ServiceRequest> SERVICES =
      List.of(
          ServiceRequest.json("DynamoDB_20120810.ListTables", "{}"),
          ServiceRequest.json("AmazonSQS.ListQueues", "{}"),
          ServiceRequest.json("TrentService.ListKeys", "{}"),
          ServiceRequest.json(
              "AWSCognitoIdentityProviderService.ListUserPools", "{\"MaxResults\": 1}"),
          ServiceRequest.form("Action=ListIdentities&Version=2010-12-01"),
          ServiceRequest.form("Action=GetCallerIdentity&Version=2011-06-15"),
          ServiceRequest.get("/v2/email/identities"),
          ServiceRequest.get("/2015-03-31/functions"),
          ServiceRequest.get("/_aws/ses"),
          ServiceRequest.get("/_gatehouse"),
          ServiceRequest.get("/_gatehouse/clock"),
          ServiceRequest.get("/"));

  private final LocalEmulator emulator;
  private final ClientApp elsewhere;
  private final Chromium browser =
      Chromium.start("--host-resolver-rules=MAP " + ATTACKER + " 127.0.0.1");

  ForeignPageIT(LocalEmulator emulator) throws IOException {
    this.emulator = emulator;
    this.elsewhere = ClientApp.start();
  }

  @AfterAll
  void closeTheBrowser() {
    browser.close();
  }

  private void openForeignPage(String host) {
    browser.open("http://" + host + ":" + elsewhere.signedIn().getPort() + "/");
  }

  private void openOwnPage() {
    browser.open(emulator.aws().resolve("/_gatehouse").toString());
  }

  @Test
  void servicesAreClosedToOtherOrigins() {
    for (String host : List.of("localhost", ATTACKER)) {
      openForeignPage(host);
      assertThat(SERVICES).allSatisfy(service -> assertThat(fetch(service)).isEqualTo("blocked"));
    }
    openOwnPage();
    assertThat(SERVICES).allSatisfy(service -> assertThat(fetch(service)).isEqualTo("200"));
  }

  private String fetch(ServiceRequest request) {
    String address = emulator.aws().resolve(request.path()).toString();
    return browser.run(
        FETCH,
        address,
        request.body().isEmpty() ? "GET" : "POST",
        request.type(),
        request.target(),
        request.body(),
        "cors");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /, application/x-amz-json-1.1, AWSCognitoIdentityProviderService.GetUser, {}, 400",
    "POST, /oauth2/token, application/x-www-form-urlencoded, , grant_type=refresh_token, 404",
  })
  void whatBrowsersCallOnAwsIsOpen(
      String method, String path, String type, String target, String body, String status) {
    Object[] request = {
      emulator.aws().resolve(path).toString(), method, type, target, body, "cors"
    };

    openForeignPage("localhost");
    assertThat(browser.run(FETCH, request)).isEqualTo(status);
  }

  @Test
  void keysOfThePoolAreOpen() {
    URI keys = emulator.aws().resolve("/" + emulator.info("userPoolId") + "/.well-known/jwks.json");

    openForeignPage(ATTACKER);
    assertThat(browser.run(FETCH, keys.toString(), "GET", "", "", "", "cors")).isEqualTo("200");
  }

  /** What a browser sends without asking: its answer is hidden from the page, its effect is not. */
  @Test
  void simpleRequestHasNoEffect() {
    String address = emulator.aws().resolve("/").toString();
    String query = "Action=VerifyEmailIdentity&Version=2010-12-01&EmailAddress=";
    String form = "application/x-www-form-urlencoded";

    openForeignPage("localhost");
    browser.run(FETCH, address, "POST", form, "", query + "fetch@foreign.example", "no-cors");
    browser.run(FETCH, address + "?" + query + "get@foreign.example", "GET", "", "", "", "no-cors");
    browser.run(FORM, address, "VerifyEmailIdentity", "form@foreign.example");
    openOwnPage();
    browser.run(FETCH, address, "POST", form, "", query + "fetch@own.example", "no-cors");
    browser.run(FETCH, address + "?" + query + "get@own.example", "GET", "", "", "", "no-cors");
    browser.run(FORM, address, "VerifyEmailIdentity", "form@own.example");

    assertThat(LocalEmulator.get(emulator.aws().resolve("/?Action=ListIdentities")))
        .contains("fetch@own.example", "get@own.example", "form@own.example")
        .doesNotContain("foreign.example");
  }

  @Test
  void nameThatResolvesToThisComputerIsRefused() {
    for (Map.Entry<URI, String> page :
        Map.of(
                emulator.aws().resolve("/_gatehouse"),
                emulator.info("userPoolId"),
                emulator.api().resolve("/app/health"),
                "healthy")
            .entrySet()) {
      URI address = page.getKey();

      browser.open("http://" + ATTACKER + ":" + address.getPort() + address.getPath());
      assertThat(browser.text())
          .contains("not to the host " + ATTACKER)
          .doesNotContain(page.getValue());
      browser.open(address.toString());
      assertThat(browser.text()).contains(page.getValue());
    }
  }
}
