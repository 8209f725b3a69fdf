package dev.gatehouse.local.cognito.oauth;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.operations.Operations;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.Map;

/** Revokes a refresh token: {@code POST /oauth2/revoke}. */
public final class Revocation implements Service {
  private final Domains domains;
  private final Operations operations;

  /** Takes the operations, of which RevokeToken does the work. */
  public Revocation(Domains domains, Operations operations) {
    this.domains = domains;
    this.operations = operations;
  }

  @Override
  public Response answer(Request request) {
    try {
      ClientForm form = ClientForm.of(request);
      String token = form.required("token");
      revoke(client(form), token);
      return new Response(200, Map.of(), new byte[0]);
    } catch (OAuthError e) {
      return ClientAnswers.error(e);
    }
  }

  private AppClient client(ClientForm form) {
    try {
      return form.client(domains);
    } catch (OAuthError e) {
      throw "invalid_client".equals(e.getMessage()) ? e.with(401) : e;
    }
  }

  private void revoke(AppClient app, String token) {
    JsonObject input = Json.object("Token", token, "ClientId", app.id());
    String secret = app.client().secret();
    if (secret != null) {
      input.addProperty("ClientSecret", secret);
    }
    try {
      operations.find("RevokeToken").orElseThrow().answer(new Input(input));
    } catch (CognitoError e) {
      switch (e.type()) {
        case "UnsupportedTokenTypeException" -> throw OAuthError.of("unsupported_token_type");
        case "UnsupportedOperationException" -> throw OAuthError.of("invalid_request");
        default -> {
          // A token that is none is as good as revoked, as RFC 7009 section 2.2 has it.
        }
      }
    }
  }
}
