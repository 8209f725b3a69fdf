package dev.gatehouse.local.ses.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.ses.TestSes;
import dev.gatehouse.local.ses.mail.SentMail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendParametersTest {

  private static final String ARN = "arn:aws:ses:us-east-1:000000000000:identity/";

  private final TestSes aws = new TestSes();

  private Response send(Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(TestSes.simple("Shop <no-reply@example.com>"));
    fields.putAll(more);
    return aws.call(fields);
  }

  private JsonObject listed() {
    Request get = new Request("GET", "/_aws/ses", Map.of(), Map.of(), "127.0.0.1", new byte[0]);
    return JsonParser.parseString(aws.ses.inbox().handle(get).text())
        .getAsJsonObject()
        .getAsJsonArray("messages")
        .get(0)
        .getAsJsonObject();
  }

  @Test
  void inboxListsTheOptionsOfAMail() {
    Response response =
        send(
            Map.of(
                "SourceArn", ARN + "example.com",
                "ConfigurationSetName", "outgoing",
                "ReplyToAddresses.member.1", "help@example.com",
                "Message.Body.Html.Data", "<p>t</p>",
                "Tags.member.1.Name", "message",
                "Tags.member.1.Value", "sign-up",
                "Tags.member.2.Name", "language",
                "Tags.member.2.Value", "es"));

    assertThat(response.status()).as(response.text()).isEqualTo(200);
    assertThat(listed().get("ConfigurationSetName").getAsString()).isEqualTo("outgoing");
    assertThat(listed().get("ReplyToAddresses").toString()).isEqualTo("[\"help@example.com\"]");
    assertThat(listed().get("Tags").toString())
        .isEqualTo("{\"message\":\"sign-up\",\"language\":\"es\"}");
    assertThat(listed().get("Body").toString())
        .isEqualTo("{\"text_part\":\"t\",\"html_part\":\"<p>t</p>\"}");
  }

  @Test
  void mailWithoutOptionsHasTheFieldsOfLocalStack() {
    send(Map.of());

    assertThat(listed().keySet())
        .containsExactly("Id", "Region", "Source", "Destination", "Subject", "Body", "Timestamp");
  }

  @Test
  void unknownConfigurationSetIsRefusedWithTheMessageOfSes() {
    Response response = send(Map.of("ConfigurationSetName", "nope"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text())
        .contains(
            "<Code>ConfigurationSetDoesNotExist</Code><Message>Configuration set &lt;nope&gt; does"
                + " not exist.</Message>");
    assertThat(aws.ses.inbox().mails()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:ses:us-east-1:000000000000:identity/other.org",
    "arn:aws:ses:us-east-1:000000000000:identity/jane@other.org",
    "arn:aws:ses:us-east-1:111111111111:identity/example.com",
    "example.com"
  })
  void identityThatDoesNotCoverTheSenderIsRefused(String arn) {
    assertThat(send(Map.of("SourceArn", arn)).text())
        .contains("<Code>MessageRejected</Code>")
        .contains("The following identities failed the check in region US-EAST-1: " + arn);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a b | x | Invalid tag name &lt;a b&gt;: only alphanumeric ASCII characters, '_',  '-' are"
            + " allowed.",
        "ses:a:b | x | Invalid tag name &lt;ses:a:b&gt;: only",
        "a | x y | Invalid tag value &lt;x y&gt;: only alphanumeric ASCII characters, '_',  '-' ,"
            + " '.', '@' are allowed.",
        "`` | x | The tag name must be specified.",
        "a | `` | The tag value must be specified.",
        "? | x | Tag name cannot exceed 255 characters.",
        "a | ? | Tag value cannot exceed 255 characters.",
      })
  void invalidTagIsRefusedWithTheMessageOfSes(String name, String value, String message) {
    String tooLong = "x".repeat(256);
    Map<String, String> tag =
        Map.of(
            "Tags.member.1.Name", name.replace("?", tooLong),
            "Tags.member.1.Value", value.replace("?", tooLong));

    assertThat(send(tag).text()).contains("<Code>InvalidParameterValue</Code>", message);
    assertThat(aws.ses.inbox().mails()).isEmpty();
  }

  @Test
  void tagWithoutANameIsRefused() {
    assertThat(send(Map.of("Tags.member.1.Value", "x")).text())
        .contains("The tag name must be specified.");
  }

  @Test
  void tagOfSesItselfIsAccepted() {
    Map<String, String> tag =
        Map.of("Tags.member.1.Name", "ses:feedback-id-a", "Tags.member.1.Value", "sign-up");

    assertThat(send(tag).status()).isEqualTo(200);
    assertThat(listed().get("Tags").toString()).isEqualTo("{\"ses:feedback-id-a\":\"sign-up\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Source",
        "ReplyToAddresses.member.1",
        "Destination.ToAddresses.member.1",
        "Destination.CcAddresses.member.1",
        "Destination.BccAddresses.member.1"
      })
  void addressThatSesDoesNotTakeIsRefused(String parameter) {
    Map<String, String> refusals =
        Map.of(
            "Shop\r\nBcc: x@y.org <no-reply@example.com>", "InvalidParameterValue",
            "no-reply@example.com\n", "InvalidParameterValue",
            "Shop\u0000 <no-reply@example.com>", "InvalidParameterValue",
            "help@example.com <no-reply@example.com>", "InvalidParameterValue",
            "no-reply@b\u00fccher.example.com", "Domain contains illegal character",
            "Caf\u00e9 <no-reply@example.com>", "There are non-ASCII characters");
    refusals.forEach(
        (address, error) ->
            assertThat(send(Map.of(parameter, address)).text()).as(address).contains(error));
    assertThat(aws.ses.inbox().mails()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?UTF-8?Q?Caf=C3=A9?= <no-reply@example.com>",
        "\"help@example.com\" <no-reply@example.com>",
        "<no-reply@example.com>",
        "no-reply@xn--bcher-kva.example.com",
      })
  void encodedAddressIsAccepted(String source) {
    assertThat(send(Map.of("Source", source)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hi\r\nBcc: x@y.org", "Hi\nX: y", "Hi\u0000", "\r"})
  void subjectCannotAddHeaders(String subject) {
    assertThat(send(Map.of("Message.Subject.Data", subject)).text())
        .contains("<Code>InvalidParameterValue</Code>");
    assertThat(aws.ses.inbox().mails()).isEmpty();
  }

  @Test
  void equalMailsHaveDifferentIds() {
    send(Map.of());
    send(Map.of());

    assertThat(aws.ses.inbox().mails()).extracting(SentMail::id).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void headersOfARawMailAreListedAndSelectTheConfigurationSet() {
    String mime =
        """
        From: no-reply@example.com
        To: jane@b.org
        Reply-To: help@example.com
        X-SES-CONFIGURATION-SET: outgoing
        Subject: Hi

        t
        """;
    assertThat(aws.call(TestSes.raw(mime)).status()).isEqualTo(200);

    assertThat(listed().getAsJsonObject("Headers").get("Subject").getAsString()).isEqualTo("Hi");
    assertThat(listed().get("ConfigurationSetName").getAsString()).isEqualTo("outgoing");
    assertThat(aws.ses.inbox().mails().getFirst().mail().options().replyTo())
        .isEqualTo(List.of("help@example.com"));
    assertThat(aws.call(TestSes.raw(mime.replace("outgoing", "nope"))).text())
        .contains("ConfigurationSetDoesNotExist");
  }
}
