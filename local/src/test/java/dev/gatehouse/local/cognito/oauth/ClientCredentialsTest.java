package dev.gatehouse.local.cognito.oauth;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static dev.gatehouse.local.cognito.TestCognito.list;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import dev.gatehouse.local.cognito.hosted.TestBrowser;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens for app clients themselves, and scopes of resource servers. */
class ClientCredentialsTest {
  private static final String API = "https://api.example.com";

  private final TestCognito cognito = new TestCognito();
  private String client = "";
  private String secret = "";

  @BeforeEach
  void createResourceServerAndClient() {
    call("CreateUserPoolDomain", json("Domain", "orders"));
    call(
        "CreateResourceServer",
        json("Identifier", API, "Name", "orders", "Scopes", list(scope("read"), scope("write"))));
    JsonObject created =
        createClient("client_credentials", true, API + "/read", API + "/write")
            .object("UserPoolClient");
    client = created.get("ClientId").getAsString();
    secret = created.get("ClientSecret").getAsString();
  }

  private static JsonObject scope(String name) {
    return json("ScopeName", name, "ScopeDescription", name + " orders");
  }

  private Reply call(String operation, JsonObject members) {
    members.addProperty("UserPoolId", POOL);
    return cognito.call(operation, members);
  }

  private Reply createClient(String flow, boolean generateSecret, Object... scopes) {
    return call(
        "CreateUserPoolClient",
        json(
            "ClientName",
            "machine",
            "GenerateSecret",
            generateSecret,
            "AllowedOAuthFlowsUserPoolClient",
            true,
            "AllowedOAuthFlows",
            list(flow),
            "AllowedOAuthScopes",
            list(scopes),
            "CallbackURLs",
            list("https://app.example.com/")));
  }

  private Reply token(Map<String, List<String>> headers, String... fields) {
    Map<String, List<String>> all = new LinkedHashMap<>(headers);
    all.put("Content-Type", List.of("application/x-www-form-urlencoded"));
    Map<String, String> form = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    Response response =
        cognito
            .cognito
            .domain()
            .handle(
                new Request(
                    "POST",
                    "/oauth2/token",
                    Map.of(),
                    all,
                    "127.0.0.1",
                    UrlEncoded.encode(form).getBytes(UTF_8)));
    return new Reply(response.status(), response);
  }

  private Reply machineToken(String clientSecret, String... more) {
    String pair = Base64.getEncoder().encodeToString((client + ":" + clientSecret).getBytes(UTF_8));
    String[] fields = new String[more.length + 2];
    fields[0] = "grant_type";
    fields[1] = "client_credentials";
    System.arraycopy(more, 0, fields, 2, more.length);
    return token(Map.of("Authorization", List.of("Basic " + pair)), fields);
  }

  @Test
  void tokenHasTheClaimsOfCognitoForAMachine() throws Exception {
    Reply reply = machineToken(secret);
    assertThat(reply.json().keySet())
        .containsExactlyInAnyOrder("access_token", "expires_in", "token_type");
    JWTClaimsSet claims = SignedJWT.parse(reply.text("access_token")).getJWTClaimsSet();
    assertThat(claims.getClaims().keySet())
        .containsExactlyInAnyOrder(
            "sub",
            "token_use",
            "scope",
            "auth_time",
            "iss",
            "exp",
            "iat",
            "version",
            "jti",
            "client_id");
    assertThat(claims.getSubject()).isEqualTo(client);
    assertThat(claims.getStringClaim("scope")).isEqualTo(API + "/read " + API + "/write");
    assertThat(claims.getIntegerClaim("version")).isEqualTo(2);
  }

  @Test
  void requestedScopesAreGrantedOnlyIfTheClientHasThem() throws Exception {
    Reply reply = machineToken(secret, "scope", API + "/read");
    assertThat(
            SignedJWT.parse(reply.text("access_token")).getJWTClaimsSet().getStringClaim("scope"))
        .isEqualTo(API + "/read");
    for (String scope : List.of(API + "/delete", "openid", "aws.cognito.signin.user.admin")) {
      assertThat(machineToken(secret, "scope", scope).toString())
          .isEqualTo("400 {\"error\":\"invalid_scope\"}");
    }
  }

  @Test
  void secretIsTakenFromTheFormToo() {
    assertThat(
            token(
                    Map.of(),
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    client,
                    "client_secret",
                    secret)
                .status())
        .isEqualTo(200);
    assertThat(machineToken("another").text("error")).isEqualTo("invalid_client");
  }

  @Test
  void machineTokenIsNoUsersToken() {
    String token = machineToken(secret).text("access_token");
    assertThat(cognito.call("GetUser", json("AccessToken", token)).message())
        .isEqualTo("Access Token does not have required scopes");
  }

  @Test
  void clientOfAnotherFlowIsNotAuthorized() {
    JsonObject app = createClient("code", true, "openid").object("UserPoolClient");
    client = app.get("ClientId").getAsString();
    assertThat(machineToken(app.get("ClientSecret").getAsString()).text("error"))
        .isEqualTo("unauthorized_client");
  }

  @Test
  void flowsAndScopesOfAClientAreChecked() {
    assertThat(createClient("client_credentials", false, API + "/read").message())
        .isEqualTo(
            "client_credentials flow can not be selected if client does not have a client secret.");
    Reply unknown = createClient("code", false, "openid", API + "/delete");
    assertThat(unknown.type()).isEqualTo("ScopeDoesNotExistException");
    assertThat(unknown.message()).isEqualTo("Invalid scope requested: " + API + "/delete");
    Reply both =
        call(
            "UpdateUserPoolClient",
            json(
                "ClientId",
                client,
                "AllowedOAuthFlowsUserPoolClient",
                true,
                "AllowedOAuthFlows",
                list("code", "client_credentials"),
                "AllowedOAuthScopes",
                list(API + "/read"),
                "CallbackURLs",
                list("https://app.example.com/")));
    assertThat(both.type()).isEqualTo("InvalidOAuthFlowException");
    assertThat(both.message())
        .isEqualTo(
            "client_credentials flow can not be selected along with code flow or implicit flow.");
  }

  @Test
  void userGrantsScopesOfResourceServersByTheCodeFlow() throws Exception {
    cognito.confirmed(EMAIL);
    String app =
        createClient("code", false, "openid", API + "/read").text("UserPoolClient", "ClientId");
    TestBrowser browser = new TestBrowser(cognito);
    browser.get(
        "/oauth2/authorize?"
            + UrlEncoded.encode(
                Map.of(
                    "client_id",
                    app,
                    "response_type",
                    "code",
                    "scope",
                    "openid " + API + "/read",
                    "redirect_uri",
                    "https://app.example.com/")));
    browser.submit("username", EMAIL, "password", PASSWORD);
    Reply tokens =
        token(
            Map.of(),
            "grant_type",
            "authorization_code",
            "client_id",
            app,
            "redirect_uri",
            "https://app.example.com/",
            "code",
            browser.locationParameter("code"));
    assertThat(
            SignedJWT.parse(tokens.text("access_token")).getJWTClaimsSet().getStringClaim("scope"))
        .isEqualTo("openid " + API + "/read");
  }

  @Test
  void resourceServersAreManagedAndPersist() {
    Reply again = call("CreateResourceServer", json("Identifier", API, "Name", "again"));
    assertThat(again.message()).isEqualTo(API + " already exists in user pool " + POOL + ".");
    call(
        "UpdateResourceServer",
        json("Identifier", API, "Name", "renamed", "Scopes", list(scope("read"))));
    cognito.restart();
    assertThat(call("DescribeResourceServer", json("Identifier", API)).object("ResourceServer"))
        .isEqualTo(
            json(
                "UserPoolId",
                POOL,
                "Identifier",
                API,
                "Name",
                "renamed",
                "Scopes",
                list(scope("read"))));
    call("CreateResourceServer", json("Identifier", "second", "Name", "second"));
    Reply page = call("ListResourceServers", json("MaxResults", 1));
    assertThat(page.json().getAsJsonArray("ResourceServers")).hasSize(1);
    Reply rest =
        call("ListResourceServers", json("NextToken", page.text("NextToken"), "MaxResults", 1));
    assertThat(rest.toString()).contains("second").doesNotContain("NextToken");

    assertThat(call("DeleteResourceServer", json("Identifier", API)).toString()).isEqualTo("200 ");
    assertThat(call("DescribeResourceServer", json("Identifier", API)).type())
        .isEqualTo("ResourceNotFoundException");
  }
}
