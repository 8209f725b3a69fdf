package dev.gatehouse.local.cognito.domains;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint;
import dev.gatehouse.local.awsjson.Constraint.ListOf;
import dev.gatehouse.local.awsjson.Constraint.Structure;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.domains.ResourceServer.Scope;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The requests for resource servers and their results. */
public final class ResourceServerRequest {
  private static final int MOST_SCOPES = 100;
  private static final Constraint IDENTIFIER =
      new Text(1, 256, Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+"), false);
  private static final Constraint SCOPE_NAME =
      new Text(1, 256, Pattern.compile("[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+"), false);
  private static final Constraint NAME =
      new Text(1, 256, Pattern.compile("[\\w\\s+=,.@-]+"), false);

  private ResourceServerRequest() {}

  /** Returns the shape of a request for a resource server, without its settings. */
  public static RequestShape.Builder shape() {
    return RequestShape.builder()
        .required("UserPoolId", MemberConstraints.USER_POOL_ID)
        .required("Identifier", IDENTIFIER);
  }

  /** Returns the shape of a request with the settings of a resource server. */
  public static RequestShape shapeWithSettings() {
    Constraint scope =
        new Structure(
            Map.of("ScopeName", SCOPE_NAME, "ScopeDescription", new Text(1, 256, null, false)),
            List.of("ScopeName", "ScopeDescription"));
    return shape().required("Name", NAME).optional("Scopes", new ListOf(scope)).build();
  }

  /** Returns the resource server of a request with its settings. */
  public static ResourceServer server(AwsRequest request) {
    List<Scope> scopes =
        request.structures("Scopes").stream()
            .map(scope -> new Scope(scope.text("ScopeName"), scope.text("ScopeDescription")))
            .toList();
    if (scopes.size() > MOST_SCOPES) {
      throw CognitoErrors.invalidParameter(
          "1 validation error detected: Value at 'scopes' failed to satisfy constraint: Member must"
              + " have length less than or equal to "
              + MOST_SCOPES);
    }
    return new ResourceServer(request.text("Identifier"), request.text("Name"), scopes);
  }

  /** Returns a result with a resource server. */
  public static JsonObject result(String poolId, ResourceServer server) {
    return Json.object("ResourceServer", server.json(poolId));
  }
}
