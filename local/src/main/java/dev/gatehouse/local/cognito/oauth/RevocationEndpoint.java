package dev.gatehouse.local.cognito.oauth;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.OperationRegistry;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.Map;

/** The revocation endpoint of RFC 7009: {@code POST /oauth2/revoke}. */
public final class RevocationEndpoint implements Service {
  private final UserPoolDomains domains;
  private final OperationRegistry operations;

  /** Creates the endpoint, which executes RevokeToken. */
  public RevocationEndpoint(UserPoolDomains domains, OperationRegistry operations) {
    this.domains = domains;
    this.operations = operations;
  }

  @Override
  public Response handle(Request request) {
    try {
      ClientRequest form = ClientRequest.of(request);
      String token = form.required("token");
      revoke(authenticate(form), token);
      return new Response(200, Map.of(), new byte[0]);
    } catch (OAuthException e) {
      return OAuthResponses.error(e);
    }
  }

  private AppClient authenticate(ClientRequest form) {
    try {
      return form.authenticate(domains);
    } catch (OAuthException e) {
      throw "invalid_client".equals(e.getMessage()) ? e.withStatus(401) : e;
    }
  }

  private void revoke(AppClient app, String token) {
    JsonObject members = Json.object("Token", token, "ClientId", app.id());
    String secret = app.client().secret();
    if (secret != null) {
      members.addProperty("ClientSecret", secret);
    }
    try {
      operations.execute("RevokeToken", members);
    } catch (AwsException e) {
      switch (e.type()) {
        case "UnsupportedTokenTypeException" -> throw OAuthException.of("unsupported_token_type");
        case "UnsupportedOperationException" -> throw OAuthException.of("invalid_request");
        default -> {
          // An invalid token counts as revoked, RFC 7009 section 2.2.
        }
      }
    }
  }
}
