package dev.gatehouse.local.cognito.domains;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import java.util.List;
import java.util.stream.Stream;

/** A resource server and the scopes that app clients may request for it. */
public record ResourceServer(String identifier, String name, List<Scope> scopes) {

  /** A scope of a resource server. */
  public record Scope(String name, String description) {}

  /** Creates a resource server with a copy of the scopes. */
  public ResourceServer {
    scopes = List.copyOf(scopes);
  }

  /** Returns the names of the scopes as app clients request them. */
  Stream<String> scopeNames() {
    return scopes.stream().map(scope -> identifier + "/" + scope.name());
  }

  /** Returns the resource server of a pool in the form of the API. */
  public JsonObject json(String poolId) {
    JsonArray list = new JsonArray();
    scopes.forEach(
        scope ->
            list.add(
                Json.object("ScopeName", scope.name(), "ScopeDescription", scope.description())));
    return Json.object(
        "UserPoolId", poolId, "Identifier", identifier, "Name", name, "Scopes", list);
  }
}
