package dev.gatehouse.local.ses.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.ses.Ses;
import dev.gatehouse.local.ses.TestSes;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.SentMail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SendEmailTest {

  private final TestSes aws = new TestSes();
  private final Ses ses = aws.ses;

  @Test
  void mailFromAVerifiedDomainIsStored() {
    Response response =
        aws.call(
            Map.of(
                "Action", "SendEmail",
                "Source", "Shop <no-reply@mail.example.com>",
                "Destination.ToAddresses.member.1", "a@b.org",
                "Destination.ToAddresses.member.2", "c@d.org",
                "Destination.BccAddresses.member.1", "e@f.org",
                "Message.Subject.Data", "Hi & bye",
                "Message.Body.Text.Data", "text",
                "Message.Body.Html.Data", "<b>html</b>"));

    SentMail sent = ses.inbox().mails().getFirst();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsEntry("Content-Type", List.of("text/xml"));
    assertThat(response.text())
        .startsWith(
            "<SendEmailResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><SendEmailResult><MessageId>%s</MessageId></SendEmailResult><ResponseMetadata><RequestId>"
                .formatted(sent.id()));
    assertThat(sent.at()).isEqualTo("2026-11-22T12:00:00.123Z");
    assertThat(sent.mail())
        .isEqualTo(
            new Mail(
                "Shop <no-reply@mail.example.com>",
                List.of("a@b.org", "c@d.org"),
                List.of(),
                List.of("e@f.org"),
                "Hi & bye",
                "text",
                "<b>html</b>"));
  }

  @Test
  void unverifiedSenderIsRejectedWithTheMessageOfSes() {
    Response response = aws.call(TestSes.simple("x@elsewhere.org"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text())
        .startsWith(
            "<ErrorResponse"
                + " xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><Error><Type>Sender</Type><Code>MessageRejected</Code><Message>Email"
                + " address is not verified. The following identities failed the check in region"
                + " US-EAST-1: x@elsewhere.org</Message></Error><RequestId>");
    assertThat(ses.inbox().mails()).isEmpty();
  }

  @Test
  void verifiedDomainDoesNotCoverADomainWithTheSameSuffix() {
    assertThat(aws.call(TestSes.simple("x@badexample.com")).text()).contains("MessageRejected");
    assertThat(aws.call(TestSes.simple("someone@other.org")).text()).contains("MessageRejected");
    assertThat(aws.call(TestSes.simple("JANE@Other.org")).status()).isEqualTo(200);
  }

  @Test
  void missingRecipientsAndMalformedAddressesAreRefused() {
    assertThat(
            aws.call(
                    Map.of(
                        "Action", "SendEmail",
                        "Source", "jane@other.org",
                        "Message.Subject.Data", "s"))
                .text())
        .contains("<Code>MessageRejected</Code><Message>There are no recipients specified<");
    assertThat(
            aws.call(
                    Map.of(
                        "Action", "SendEmail",
                        "Source", "jane@other.org",
                        "Destination.ToAddresses.member.1", "jane",
                        "Message.Subject.Data", "s"))
                .text())
        .contains("<Code>InvalidParameterValue</Code><Message>Missing final '@domain'<");
  }
}
