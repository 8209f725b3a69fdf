package dev.gatehouse.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.MessageRejected;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
  private final Faults faults = new Faults();
  private final AtomicInteger work = new AtomicInteger();
  private final FaultyService aws =
      FaultyService.ofAws(
          request -> Response.of(200, "text/plain", "done " + work.incrementAndGet()), faults);

  private static Fault fault(String json) {
    return Fault.parse(JsonParser.parseString(json.replace('\'', '"')));
  }

  private void on(String... json) {
    faults.set(List.of(json).stream().map(FaultsTest::fault).toList(), 1);
  }

  private Response call(String target) {
    return aws.handle(
        new Request(
            "POST",
            "/",
            Map.of(),
            Map.of(
                "X-Amz-Target", List.of(target),
                "Content-Type", List.of("application/x-amz-json-1.0")),
            "127.0.0.1",
            new byte[0]));
  }

  @ParameterizedTest
  @CsvSource({
    "AWSCognitoIdentityProviderService.SignUp, cognito-idp, throttling, 400, TooManyRequestsException",
    "AWSCognitoIdentityProviderService.SignUp, cognito-idp, 500, 500, InternalErrorException",
    "DynamoDB_20120810.PutItem, dynamodb, throttling, 400, ThrottlingException",
    "DynamoDB_20120810.PutItem, dynamodb, 500, 500, InternalServerError",
    "DynamoDB_20120810.PutItem, dynamodb, AccessDenied, 400, AccessDeniedException",
    "TrentService.Decrypt, kms, 500, 500, KMSInternalException",
    "AmazonSQS.SendMessage, sqs, throttling, 400, RequestThrottled",
    "DynamoDB_20120810.PutItem, *, ItemCollectionSizeLimitExceededException, 400,"
        + " ItemCollectionSizeLimitExceededException"
  })
  void errorHasTheNameAndProtocolOfTheService(
      String target, String service, String error, int status, String code) {
    on("{'service':'%s','effect':'error','error':'%s'}".formatted(service, error));

    Response response = call(target);

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.text()).startsWith("{\"__type\":\"" + code + "\",\"message\":");
    assertThat(response.headers())
        .containsEntry("Content-Type", List.of("application/x-amz-json-1.0"));
    assertThat(work).as("no work is done").hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "throttling, 400, Throttling",
    "500, 500, InternalFailure",
    "AccessDenied, 403, AccessDenied"
  })
  void errorOfAFormIsXml(String error, int status, String code) {
    on("{'service':'ses','operation':'SendEmail','effect':'error','error':'%s'}".formatted(error));

    Response response =
        aws.handle(
            new Request(
                "POST",
                "/",
                Map.of(),
                Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                "127.0.0.1",
                "Action=SendEmail".getBytes(UTF_8)));

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.text()).contains("<Code>" + code + "</Code>");
  }

  @Test
  void otherOperationsAndTheEmulatorItselfAreNotHit() {
    on("{'service':'*','operation':'PutItem','effect':'cut'}");

    assertThat(call("DynamoDB_20120810.PutItem").status()).isEqualTo(Response.NONE.status());
    assertThat(call("DynamoDB_20120810.GetItem").text()).isEqualTo("done 1");
    on("{'service':'*','effect':'cut'}");
    Request own =
        new Request("GET", "/_gatehouse/faults", Map.of(), Map.of(), "127.0.0.1", new byte[0]);
    assertThat(aws.handle(own).status()).isEqualTo(200);
  }

  @Test
  void responseIsLostAfterTheWorkAndCutBeforeIt() {
    on("{'service':'dynamodb','effect':'lose-response'}");
    assertThat(call("DynamoDB_20120810.PutItem").status()).isEqualTo(Response.NONE.status());
    assertThat(work).hasValue(1);
    on("{'service':'dynamodb','effect':'cut'}");
    assertThat(call("DynamoDB_20120810.PutItem").status()).isEqualTo(Response.NONE.status());
    assertThat(work).hasValue(1);
  }

  @Test
  void callHangsUntilTheFaultIsCleared() {
    on("{'service':'dynamodb','effect':'hang'}");
    CompletableFuture<Response> hanging =
        CompletableFuture.supplyAsync(() -> call("DynamoDB_20120810.PutItem"));

    while (faults.active().getFirst().hits() == 0) {
      Thread.onSpinWait();
    }
    assertThat(hanging).isNotDone();
    faults.clear();
    assertThat(hanging).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Response.NONE);
  }

  @Test
  void timesAndHitsAreCounted() {
    on("{'service':'dynamodb','effect':'cut','times':2}");

    assertThat(IntStream.range(0, 4).mapToObj(i -> call("DynamoDB_20120810.PutItem").status()))
        .containsExactly(0, 0, 200, 200);
    assertThat(faults.active()).extracting(Faults.ActiveFault::hits).containsExactly(2);
  }

  @Test
  void shareHitsTheSameCallsForTheSameSeed() {
    String half = "{'service':'dynamodb','effect':'cut','share':0.5}";
    on(half);
    List<Integer> first =
        IntStream.range(0, 100).mapToObj(i -> call("DynamoDB_20120810.PutItem").status()).toList();
    on(half);

    assertThat(IntStream.range(0, 100).mapToObj(i -> call("DynamoDB_20120810.PutItem").status()))
        .isEqualTo(first);
    assertThat(first).filteredOn(status -> status == 0).hasSizeBetween(35, 65);
  }

  @Test
  void mailOfCognitoIsRejectedByAFaultOfSes() {
    FaultyMailSender sender = new FaultyMailSender(mail -> "id", faults);
    Mail mail = Mail.html("a@b.org", "c@d.org", "subject", "html");

    assertThat(sender.send(mail)).isEqualTo("id");
    on("{'service':'ses','effect':'error','error':'throttling'}");
    assertThatThrownBy(() -> sender.send(mail)).isInstanceOf(MessageRejected.class);
  }

  @Test
  void functionIsFoundByTheEndOfItsName() {
    on(
        "{'function':'api','effect':'kill'}",
        "{'function':'api','effect':'slow-start','delayMillis':5}");

    assertThat(faults.ofFunction("gatehouse-local-api")).isPresent();
    assertThat(faults.ofFunction("gatehouse-local-api", FaultEffect.SLOW_START)).isPresent();
    assertThat(faults.ofFunction("gatehouse-local-webapi")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | A fault is an object.",
        "{} | effect is one of error, delay, hang, lose-response, cut, kill",
        "{'effect':'cut'} | A fault has either a service or a function.",
        "{'effect':'cut','service':'sqs','function':'api'} | either a service or a function",
        "{'effect':'cut','service':'s3'} | service is one of cognito-idp, dynamodb",
        "{'effect':'cut','function':'api'} | The effect cut is none of a function.",
        "{'effect':'kill','service':'sqs'} | The effect kill is none of a service.",
        "{'effect':'error','service':'sqs'} | has an error: throttling, 500, AccessDenied",
        "{'effect':'cut','service':'sqs','error':'500'} | The effect error, and no other",
        "{'effect':'delay','service':'sqs'} | have delayMillis from 1 to 900000",
        "{'effect':'delay','service':'sqs','delayMillis':-1} | delayMillis is a number from 0",
        "{'effect':'cut','service':'sqs','share':0} | share is above 0 and up to 1.",
        "{'effect':'cut','service':'sqs','share':2} | share is a number from 0 to 1.",
        "{'effect':'cut','service':1} | service is a string.",
        "{'effect':'cut','service':'sqs','time':1} | A fault has no member time; it has delayMillis"
      })
  void malformedFaultIsToldWhatIsAccepted(String json, String sentence) {
    assertThatThrownBy(() -> fault(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }
}
