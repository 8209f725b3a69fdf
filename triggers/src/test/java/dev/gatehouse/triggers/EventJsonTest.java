package dev.gatehouse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.google.gson.JsonObject;
import dev.gatehouse.functions.EventJson;
import dev.gatehouse.triggers.customemailsender.CustomEmailSenderEvent;
import dev.gatehouse.triggers.custommessage.CustomMessageEvent;
import dev.gatehouse.triggers.postconfirmation.PostConfirmationEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the reader of our archives to what Lambda's own makes of the same events. */
class EventJsonTest {
  private static final Class<PostConfirmationEvent> TYPE = PostConfirmationEvent.class;

  private static Stream<Arguments> events() throws Exception {
    return Stream.of(
            of("pre-sign-up", CognitoUserPoolPreSignUpEvent.class),
            of("custom-message", CustomMessageEvent.class),
            of("post-confirmation", PostConfirmationEvent.class),
            of("custom-email-sender", CustomEmailSenderEvent.class))
        .flatMap(List::stream);
  }

  private static List<Arguments> of(String trigger, Class<?> type) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/events", trigger))) {
      return files
          .map(file -> String.valueOf(file.getFileName()).replace(".json", ""))
          .sorted()
          .map(source -> Arguments.of(trigger + "/" + source, type))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void eventOfCognitoComesBackAsLambdaWouldBringIt(String name, Class<?> type) {
    JsonObject event = Events.event(name);
    JsonObject ours = RoundTrip.written(RoundTrip.read(event, type), type);
    JsonObject lambdas = LambdaJson.written(LambdaJson.read(event, type));
    assertThat(RoundTrip.differences(lambdas, ours)).isEmpty();
  }

  @Test
  void partsThatAreMissingAreNull() {
    PostConfirmationEvent event = RoundTrip.read(new JsonObject(), TYPE);
    assertThat(event.getRequest()).isNull();
    assertThat(event.getUserName()).isNull();
  }

  @Test
  void textOfAnyLengthIsReadAsLambdaWould() {
    JsonObject event = Events.event("post-confirmation/confirm-sign-up");
    JsonObject metadata = new JsonObject();
    metadata.addProperty("campaign", "x".repeat(131_072)); // the longest that Cognito takes
    event.getAsJsonObject("request").add("clientMetadata", metadata);
    assertThat(RoundTrip.written(RoundTrip.read(event, TYPE), TYPE))
        .isEqualTo(LambdaJson.written(LambdaJson.read(event, TYPE)));
  }

  @Test
  void messageOfTheQueueIsReadAsLambdaWould() {
    JsonObject event = Events.event("deferred-users/one-row");
    SQSMessage ours = RoundTrip.read(event, SQSEvent.class).getRecords().getFirst();
    SQSMessage lambdas = LambdaJson.read(event, SQSEvent.class).getRecords().getFirst();
    assertThat(ours.getMessageId()).isNotNull().isEqualTo(lambdas.getMessageId());
    assertThat(ours.getBody()).isNotNull().isEqualTo(lambdas.getBody());
  }

  @Test
  void messagesThatFailAreWrittenAsLambdaWould() {
    SQSBatchResponse answer = new SQSBatchResponse(List.of(new BatchItemFailure("one")));
    assertThat(RoundTrip.written(answer, SQSBatchResponse.class))
        .isEqualTo(LambdaJson.written(answer));
  }

  /** Lambda refuses to start a function with two of them. */
  @Test
  void lambdaFindsThisReaderAndNoOther() {
    assertThat(ServiceLoader.load(CustomPojoSerializer.class))
        .singleElement()
        .isInstanceOf(EventJson.class);
  }
}
