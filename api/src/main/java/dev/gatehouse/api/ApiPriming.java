package dev.gatehouse.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import dev.gatehouse.functions.Priming;
import dev.gatehouse.users.DynamoDbUsers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Calls every route before the snapshot.
 *
 * <p>Nothing comes of it: Cognito knows no client of that name, nor a holder of that token, and the
 * table refuses the writes. What both refuse is read as the success that people will get.
 */
final class ApiPriming {
  private static final String NOBODY = "priming";

  private ApiPriming() {}

  static Priming<APIGatewayProxyRequestEvent> of(
      Map<String, String> environment, Consumer<String> log) {
    return new Priming<>(
        APIGatewayProxyRequestEvent.class,
        () -> rehearsed(environment),
        ApiPriming::events,
        failure ->
            log.accept(
                "{\"level\":\"ERROR\",\"function\":\"api\",\"outcome\":\"not-primed\","
                    + "\"code\":\"PRIMING_FAILED\",\"failure\":\"%s\"}"
                        .formatted(failure.getClass().getName())));
  }

  private static List<String> events() {
    return List.of(
        event("POST", "/user", "{'username': 'priming@example.com', 'password': 'Priming-1!'}"),
        event("POST", "/user/validate", "{'username': 'priming@example.com', 'code': '000000'}"),
        event("POST", "/user/resend", "{'username': 'priming@example.com'}"),
        event("POST", "/user/profile", "{'access_token': '" + token() + "'}"),
        event("GET", "/user/profile", ""),
        event("PATCH", "/user/profile", "{'locale': 'en'}"),
        event("GET", "/app/health", ""));
  }

  private static ApiHandler rehearsed(Map<String, String> environment) {
    return new ApiHandler(
        new CognitoAccounts(
            CognitoClient.rehearsal(Settings.from(environment).region()).build(), NOBODY),
        DynamoDbUsers.rehearsal(environment),
        Clock.systemUTC(),
        line -> {});
  }

  /** The signature of such a token would be checked by the authorizer before it comes here. */
  private static String event(String method, String path, String body) {
    return """
    {"resource": "%2$s", "path": "%2$s", "httpMethod": "%1$s", "isBase64Encoded": false,
     "headers": {"Content-Type": "application/json", "Authorization": "Bearer %4$s"},
     "requestContext": {"authorizer": {"claims": {"sub": "priming", "token_use": "access"}}},
     "body": "%3$s"}
    """
        .formatted(method, path, body.replace("'", "\\\""), token());
  }

  /** Is a token of nobody, which nobody signed. */
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
