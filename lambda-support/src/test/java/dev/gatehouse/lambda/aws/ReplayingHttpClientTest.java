package dev.gatehouse.lambda.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import dev.gatehouse.lambda.priming.Priming;
import io.avaje.jsonb.Json;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@Json.Import(CognitoUserPoolPreSignUpEvent.class)
final class ReplayingHttpClientTest {
  private static final int ROUNDS = 40;
  private static final String ROW = "{id=AttributeValue(S=priming)}";

  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger replayed = new AtomicInteger();
  private final List<String> found = new ArrayList<>();
  private final ReplayingHttpClient http =
      new ReplayingHttpClient(new Refusing(AwsCrtHttpClient.create(), sent, replayed));

  @Test
  void replayedRoundsSendNothingAndMeetRefusalsAndSuccesses() {
    try (DynamoDbClient table = table(http)) {
      primed(table).beforeCheckpoint(Core.getGlobalContext());
    }
    http.close();

    assertThat(sent).hasValue(3);
    assertThat(replayed).hasValue(ROUNDS);
    assertThat(found).hasSize(ROUNDS + 3).contains("refused", ROW);
    assertThat(found.subList(3, found.size())).contains("refused", ROW);
  }

  @Test
  void closedClientLeavesNoServer() throws InterruptedException {
    try (DynamoDbClient table = table(http)) {
      primed(table).beforeCheckpoint(Core.getGlobalContext());
    }
    assertThat(threadsOfServer()).as("while replayed calls may come").isNotEmpty();
    http.close();
    for (Thread thread : threadsOfServer()) {
      assertThat(thread.join(Duration.ofSeconds(30))).as("has ended").isTrue();
    }
  }

  private static List<Thread> threadsOfServer() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(LoopbackServer.THREAD))
        .toList();
  }

  private Priming<CognitoUserPoolPreSignUpEvent> primed(DynamoDbClient table) {
    return new Priming<CognitoUserPoolPreSignUpEvent>(
            CognitoUserPoolPreSignUpEvent.class,
            () ->
                (event, context) -> {
                  found.add(read(table));
                  return event;
                },
            () -> List.of("{}"),
            failure -> {
              throw new AssertionError(failure);
            })
        .replaying(ROUNDS);
  }

  private static String read(DynamoDbClient table) {
    try {
      return table
          .getItem(get -> get.tableName("users").key(Map.of("id", AttributeValue.fromS("1"))))
          .item()
          .toString();
    } catch (ConditionalCheckFailedException refused) {
      return "refused";
    }
  }

  private static DynamoDbClient table(SdkHttpClient http) {
    return DynamoDbClient.builder()
        .region(Region.US_EAST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClient(http)
        .overrideConfiguration(
            all ->
                all.addExecutionInterceptor(
                    CannedResponse.afterOneCall("{\"Item\": {\"id\": {\"S\": \"priming\"}}}")))
        .build();
  }

  /** A service that refuses each request; what is for this computer is sent. */
  private record Refusing(SdkHttpClient http, AtomicInteger sent, AtomicInteger replayed)
      implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      if (request.httpRequest().host().equals("127.0.0.1")) {
        replayed.incrementAndGet();
        return http.prepareRequest(request);
      }
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          sent.incrementAndGet();
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(400).build())
              .responseBody(
                  AbortableInputStream.create(
                      new ByteArrayInputStream(
                          "{\"__type\": \"ConditionalCheckFailedException\"}".getBytes(UTF_8))))
              .build();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {
      http.close();
    }
  }
}
