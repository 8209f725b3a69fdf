package dev.gatehouse.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import dev.gatehouse.api.cognito.CognitoUserPool;
import dev.gatehouse.api.idempotency.IdempotencyRecords;
import dev.gatehouse.api.pictures.Pictures;
import dev.gatehouse.api.routes.AccountOwner;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.priming.Priming;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.users.dynamodb.DynamoDbUserErasure;
import dev.gatehouse.users.s3.S3PictureStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * The priming of the API: one request to every route but DELETE, which is rare.
 *
 * <p>It changes nothing: Cognito refuses the client and the token, and the table refuses the
 * writes. Canned responses replace the refusals, so that the code after a success runs too.
 */
final class ApiPriming {
  private static final String CLIENT_ID = "priming";
  private static final String PICTURE = "/user/profile/picture";

  private ApiPriming() {}

  /** Returns the priming of the function with these settings. */
  static Priming<APIGatewayProxyRequestEvent> of(FunctionSettings settings, Consumer<String> log) {
    return new Priming<>(
        APIGatewayProxyRequestEvent.class,
        () -> primed(settings),
        () -> events(settings),
        new InvocationLog("api", Clock.systemUTC(), log)::notPrimed);
  }

  private static List<String> events(FunctionSettings settings) {
    List<String> events = new ArrayList<>(always());
    if (S3PictureStore.isEnabled(settings)) {
      events.add(event("GET", PICTURE, ""));
      events.add(event("PUT", PICTURE, "{'contentType': 'image/png', 'contentLength': 1}"));
    }
    return List.copyOf(events);
  }

  private static List<String> always() {
    return List.of(
        event("POST", "/user", "{'username': 'priming@example.com', 'password': 'Priming-1!'}"),
        event("POST", "/user/validate", "{'username': 'priming@example.com', 'code': '000000'}"),
        event("POST", "/user/resend", "{'username': 'priming@example.com'}"),
        event("POST", "/user/profile", "{'access_token': '" + token() + "'}"),
        event("GET", "/user/profile", ""),
        event("PATCH", "/user/profile", "{'locale': 'en'}"),
        event("GET", "/app/health", ""));
  }

  private static ApiHandler primed(FunctionSettings settings) {
    return new ApiHandler(
        CognitoUserPool.forPriming(ApiSettings.from(settings).region(), CLIENT_ID),
        AccountOwner.NONE,
        DynamoDbUserErasure.forPriming(settings),
        Pictures.forPriming(settings),
        ApiOptions.NONE,
        IdempotencyRecords.forPriming(),
        Clock.systemUTC(),
        line -> {});
  }

  /** Returns an event with the claims that the authorizer would have verified. */
  private static String event(String method, String path, String body) {
    return """
    {"resource": "%2$s", "path": "%2$s", "httpMethod": "%1$s", "isBase64Encoded": false,
     "headers": {"Content-Type": "application/json", "Authorization": "Bearer %4$s",
       "Idempotency-Key": "priming-priming-priming"},
     "requestContext": {"authorizer": {"claims": {"sub": "priming", "token_use": "access"}}},
     "body": "%3$s"}
    """
        .formatted(method, path, body.replace("'", "\\\""), token());
  }

  /** Returns a token of no user and without a signature. */
  private static String token() {
    return encoded("{\"alg\":\"RS256\"}")
        + "."
        + encoded(
            "{\"sub\":\"priming\",\"client_id\":\"priming\",\"token_use\":\"access\","
                + "\"iss\":\"https://cognito-idp.amazonaws.com/priming\"}")
        + "."
        + encoded("priming");
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
