package dev.gatehouse.local.cognito;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JWKS and OpenID discovery endpoints of user pools. */
final class WellKnownEndpoints {
  private static final Pattern PATH =
      Pattern.compile("/([^/]+)/\\.well-known/(jwks\\.json|openid-configuration)");
  private static final String TYPE = "application/json";

  private final UserPools pools;
  private final URI awsUrl;

  WellKnownEndpoints(UserPools pools, URI awsUrl) {
    this.pools = pools;
    this.awsUrl = awsUrl;
  }

  static boolean matches(Request request) {
    return PATH.matcher(request.path()).matches();
  }

  Response handle(Request request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches() || !request.method().equals("GET")) {
      return message(405, "Only GET is supported.").with("Allow", "GET");
    }
    String poolId = path.group(1);
    return pools
        .find(poolId)
        .map(pool -> Response.of(200, TYPE, document(pool, path.group(2))))
        .orElseGet(() -> message(404, "User pool " + poolId + " does not exist."));
  }

  private String document(UserPool pool, String name) {
    return name.equals("jwks.json")
        ? pool.keys().publicKeys().toString()
        : Json.text(discovery(pool));
  }

  /**
   * Returns the discovery document: AWS's issuer, as in the tokens, and endpoints of the local
   * emulator.
   */
  private JsonObject discovery(UserPool pool) {
    return Json.object(
        "authorization_endpoint", endpoint("/oauth2/authorize"),
        "end_session_endpoint", endpoint("/logout"),
        "id_token_signing_alg_values_supported", list("RS256"),
        "issuer", pool.issuer(),
        "jwks_uri", endpoint("/" + pool.id() + "/.well-known/jwks.json"),
        "response_types_supported", list("code", "token"),
        "revocation_endpoint", endpoint("/oauth2/revoke"),
        "scopes_supported", list("openid", "email", "phone", "profile"),
        "subject_types_supported", list("public"),
        "token_endpoint", endpoint("/oauth2/token"),
        "token_endpoint_auth_methods_supported", list("client_secret_basic", "client_secret_post"),
        "userinfo_endpoint", endpoint("/oauth2/userInfo"));
  }

  private String endpoint(String path) {
    return awsUrl.toString().replaceAll("/$", "") + path;
  }

  private static JsonArray list(String... texts) {
    return Json.array(List.of(texts));
  }

  private static Response message(int status, String message) {
    return Response.of(status, TYPE, Json.text(Json.object("message", message)));
  }
}
