package dev.gatehouse.local.cognito;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves a pool's public keys and its discovery document, where AWS serves them by issuer. */
final class WellKnown {
  private static final Pattern PATH =
      Pattern.compile("/([^/]+)/\\.well-known/(jwks\\.json|openid-configuration)");
  private static final String TYPE = "application/json";

  private final UserPools pools;
  private final URI awsUrl;

  WellKnown(UserPools pools, URI awsUrl) {
    this.pools = pools;
    this.awsUrl = awsUrl;
  }

  static boolean serves(Request request) {
    return PATH.matcher(request.path()).matches();
  }

  Response answer(Request request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches() || !request.method().equals("GET")) {
      return message(405, "Only GET is there.").with("Allow", "GET");
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

  /** The issuer is AWS's, as in the tokens; the addresses are this machine's. */
  private JsonObject discovery(UserPool pool) {
    return Json.object(
        "authorization_endpoint", at("/oauth2/authorize"),
        "end_session_endpoint", at("/logout"),
        "id_token_signing_alg_values_supported", list("RS256"),
        "issuer", pool.issuer(),
        "jwks_uri", at("/" + pool.id() + "/.well-known/jwks.json"),
        "response_types_supported", list("code", "token"),
        "revocation_endpoint", at("/oauth2/revoke"),
        "scopes_supported", list("openid", "email", "phone", "profile"),
        "subject_types_supported", list("public"),
        "token_endpoint", at("/oauth2/token"),
        "token_endpoint_auth_methods_supported", list("client_secret_basic", "client_secret_post"),
        "userinfo_endpoint", at("/oauth2/userInfo"));
  }

  private String at(String path) {
    return awsUrl.toString().replaceAll("/$", "") + path;
  }

  private static JsonArray list(String... texts) {
    return Json.array(List.of(texts));
  }

  private static Response message(int status, String message) {
    return Response.of(status, TYPE, Json.text(Json.object("message", message)));
  }
}
