package dev.gatehouse.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import dev.gatehouse.users.DynamoDbUsers;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.crac.Core;
import org.crac.Resource;

/**
 * Calls every route before Lambda takes its snapshot, so that the first person after a restore
 * waits for no class, no handshake and no compiler.
 *
 * <p>Nothing comes of it: Cognito knows no client of that name, nor a holder of that token, and the
 * table refuses the writes. What both refuse is read as the success that people will get.
 */
final class ApiPriming implements Resource {
  private static final String NOBODY = "priming";
  private static final int TIMES = 3;

  /** Lambda's context remembers weakly what is registered with it. */
  private static final List<Resource> HELD = new CopyOnWriteArrayList<>();

  private static final List<String> EVENTS =
      List.of(
          event("POST", "/user", "{'username': 'priming@example.com', 'password': 'Priming-1!'}"),
          event("POST", "/user/validate", "{'username': 'priming@example.com', 'code': '000000'}"),
          event("POST", "/user/resend", "{'username': 'priming@example.com'}"),
          event("POST", "/user/profile", "{'access_token': '" + token() + "'}"),
          event("GET", "/user/profile", ""),
          event("PATCH", "/user/profile", "{'locale': 'en'}"),
          event("GET", "/app/health", ""));

  private final Map<String, String> environment;
  private final Consumer<String> log;

  ApiPriming(Map<String, String> environment, Consumer<String> log) {
    this.environment = environment;
    this.log = log;
  }

  /** Registers with Lambda where a snapshot will be taken; elsewhere nobody pays for it. */
  static void registerIn(Map<String, String> environment) {
    if ("snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      ApiPriming priming = new ApiPriming(environment, System.out::println);
      HELD.add(priming);
      Core.getGlobalContext().register(priming);
    }
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    try {
      ApiHandler rehearsed = rehearsed();
      for (int time = 0; time < TIMES; time++) {
        EVENTS.forEach(event -> call(rehearsed, event));
      }
    } catch (Throwable failure) {
      // A missing right or a network that is down must not keep a version from being published.
      log.accept(
          "{\"level\":\"ERROR\",\"function\":\"api\",\"outcome\":\"not-primed\","
              + "\"code\":\"PRIMING_FAILED\",\"failure\":\"%s\"}"
                  .formatted(failure.getClass().getName()));
    }
  }

  /** Has nothing to do: every connection was closed, and the first call opens its own. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}

  private ApiHandler rehearsed() {
    return new ApiHandler(
        new CognitoAccounts(
            CognitoClient.rehearsal(Settings.from(environment).region()).build(), NOBODY),
        DynamoDbUsers.rehearsal(environment),
        Clock.systemUTC(),
        line -> {});
  }

  private static void call(ApiHandler handler, String event) {
    APIGatewayProxyRequestEvent read =
        (APIGatewayProxyRequestEvent) json(APIGatewayProxyRequestEvent.class).fromJson(event);
    json(APIGatewayProxyResponseEvent.class)
        .toJson(handler.handleRequest(read, anyContext()), OutputStream.nullOutputStream());
  }

  /** Returns the reader and writer that the runtime itself uses for the type. */
  private static PojoSerializer<Object> json(Class<?> type) {
    if (LambdaEventSerializers.isLambdaSupportedEvent(type.getName())) {
      @SuppressWarnings("unchecked") // who reads casts, and a writer takes what it was made for
      PojoSerializer<Object> special =
          (PojoSerializer<Object>)
              LambdaEventSerializers.serializerFor(type, type.getClassLoader());
      return special;
    }
    return JacksonFactory.getInstance().getSerializer((java.lang.reflect.Type) type);
  }

  private static Context anyContext() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getReturnType() == int.class ? (Object) 1_000 : NOBODY);
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
