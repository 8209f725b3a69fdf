package dev.gatehouse.local.ses.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.ses.TestSes;
import dev.gatehouse.local.ses.mail.Mail;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendTemplatedEmailTest {

  private final TestSes aws = new TestSes();

  @BeforeEach
  void createTemplate() {
    assertThat(template("CreateTemplate", "Hello {{ user.name }}").status()).isEqualTo(200);
  }

  private Response template(String action, String subject) {
    return aws.call(
        Map.of(
            "Action", action,
            "Template.TemplateName", "welcome",
            "Template.SubjectPart", subject,
            "Template.TextPart", "Hi {{user.name}}",
            "Template.HtmlPart", "<p>{{user.name}} {{{user.name}}}</p>"));
  }

  private Response send(String template, String data) {
    Map<String, String> fields = new HashMap<>(TestSes.simple("no-reply@example.com"));
    fields.putAll(
        Map.of("Action", "SendTemplatedEmail", "Template", template, "TemplateData", data));
    return aws.call(fields);
  }

  @Test
  void valuesAreFilledIn() {
    assertThat(send("welcome", "{\"user\": {\"name\": \"<Jane>\"}}").status()).isEqualTo(200);

    Mail mail = aws.ses.inbox().mails().getFirst().mail();
    assertThat(mail.subject()).isEqualTo("Hello <Jane>");
    assertThat(mail.text()).isEqualTo("Hi <Jane>");
    assertThat(mail.html()).isEqualTo("<p>&lt;Jane&gt; <Jane></p>");
  }

  @Test
  void templatesAreReadListedReplacedAndDeleted() {
    assertThat(template("CreateTemplate", "x").text()).contains("<Code>AlreadyExists</Code>");
    assertThat(template("UpdateTemplate", "Hey {{user.name}}").status()).isEqualTo(200);
    assertThat(aws.call(Map.of("Action", "GetTemplate", "TemplateName", "welcome")).text())
        .contains("<SubjectPart>Hey {{user.name}}</SubjectPart>");
    assertThat(aws.call(Map.of("Action", "ListTemplates")).text())
        .contains("<member><Name>welcome</Name><CreatedTimestamp>2026-11-22T12:00:00.123456Z<");
    assertThat(aws.call(Map.of("Action", "DeleteTemplate", "TemplateName", "welcome")).status())
        .isEqualTo(200);
    assertThat(send("welcome", "{}").text())
        .contains(
            "<Code>TemplateDoesNotExist</Code><Message>Template welcome does not exist</Message>");
    assertThat(template("UpdateTemplate", "x").text()).contains("TemplateDoesNotExist");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | MissingRenderingAttribute",
        "{\"user\": 1} | MissingRenderingAttribute",
        "{\"user\": {\"name\": []}} | MissingRenderingAttribute",
        "[] | InvalidRenderingParameter",
        "{ | InvalidRenderingParameter",
        "{\"user\": {\"name\": \"a\\nBcc: b\"}} | InvalidParameterValue",
      })
  void invalidDataIsRefused(String data, String code) {
    assertThat(send("welcome", data).text()).contains("<Code>" + code + "</Code>");
    assertThat(aws.ses.inbox().mails()).isEmpty();
  }

  @Test
  void blocksAreRefusedByName() {
    assertThat(template("UpdateTemplate", "{{#if user}}x{{/if}}").text())
        .contains("<Code>InvalidTemplate</Code>", "#if user");
  }

  @Test
  void statisticsCountMailsByQuarterHours() {
    assertThat(aws.call(Map.of("Action", "GetSendStatistics")).text())
        .contains("<SendDataPoints></SendDataPoints>");
    assertThat(send("welcome", "{\"user\": {\"name\": \"J\"}}").status()).isEqualTo(200);
    assertThat(aws.call(Map.of("Action", "GetSendStatistics")).text())
        .contains(
            "<member><Timestamp>2026-11-22T12:00:00Z</Timestamp>"
                + "<DeliveryAttempts>1</DeliveryAttempts><Bounces>0</Bounces>");
  }

  @Test
  void deletedIdentitySendsNoMore() {
    assertThat(aws.call(Map.of("Action", "DeleteIdentity", "Identity", "Example.com")).status())
        .isEqualTo(200);
    assertThat(aws.call(TestSes.simple("no-reply@example.com")).text()).contains("MessageRejected");
  }
}
