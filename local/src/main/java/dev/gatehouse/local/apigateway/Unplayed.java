package dev.gatehouse.local.apigateway;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.plan.Resource;
import java.util.Set;

/** Refuses settings of the API that would change the answers and that nothing here obeys. */
final class Unplayed {
  private static final Set<String> API =
      Set.of(
          "name",
          "description",
          "binaryMediaTypes",
          // The port is all of the API's addresses, without TLS.
          "disableExecuteApiEndpoint",
          "endpointConfiguration",
          "failOnWarnings",
          "region",
          "tags",
          "tagsAll");

  private static final Set<String> STAGE =
      Set.of(
          "restApi",
          "deployment",
          "stageName",
          "variables",
          // Who called is on the page at /, and nothing is traced.
          "accessLogSettings",
          "description",
          "region",
          "tags",
          "tagsAll",
          "xrayTracingEnabled");

  private static final Set<String> METHOD =
      Set.of(
          "restApi",
          "resourceId",
          "httpMethod",
          "authorization",
          "authorizerId",
          "authorizationScopes",
          "operationName",
          "region");

  private static final Set<String> INTEGRATION =
      Set.of(
          "restApi",
          "resourceId",
          "httpMethod",
          "integrationHttpMethod",
          "passthroughBehavior",
          "requestTemplates",
          "timeoutMilliseconds",
          "type",
          "uri",
          "region");

  private static final Set<String> AUTHORIZER =
      Set.of(
          "restApi",
          "name",
          "type",
          "identitySource",
          "providerArns",
          // Every token is checked afresh.
          "authorizerResultTtlInSeconds",
          "region");

  private Unplayed() {}

  static void refuseInApi(Resource api) {
    api.refuseOthers(api.inputs(), API, Unplayed::unset);
  }

  static void refuseInStage(Resource stage) {
    stage.refuseOthers(stage.inputs(), STAGE, Unplayed::unset);
  }

  static void refuseInMethod(Resource method) {
    method.refuseOthers(method.inputs(), METHOD, Unplayed::unset);
  }

  static void refuseInIntegration(Resource integration) {
    integration.refuseOthers(integration.inputs(), INTEGRATION, Unplayed::unset);
  }

  static void refuseInAuthorizer(Resource authorizer) {
    authorizer.refuseOthers(authorizer.inputs(), AUTHORIZER, Unplayed::unset);
  }

  static boolean unset(JsonElement value) {
    return value.isJsonNull()
        || (value instanceof JsonArray array && array.isEmpty())
        || (value instanceof JsonObject object && object.isEmpty())
        || (value instanceof JsonPrimitive flag && flag.getAsString().equals("false"));
  }
}
