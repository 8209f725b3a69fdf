package dev.gatehouse.local.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.plan.Declared;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SesTest {

  private final SesUnderTest aws = new SesUnderTest();
  private final Ses ses = aws.ses;

  @Test
  void mailFromAVerifiedDomainIsKept() {
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
  void unverifiedSenderIsRejectedInSesOwnWords() {
    Response response = aws.call(SesUnderTest.simple("x@elsewhere.org"));

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
  void sameSuffixIsNotTheSameDomain() {
    assertThat(aws.call(SesUnderTest.simple("x@badexample.com")).text())
        .contains("MessageRejected");
    assertThat(aws.call(SesUnderTest.simple("someone@other.org")).text())
        .contains("MessageRejected");
    assertThat(aws.call(SesUnderTest.simple("JANE@Other.org")).status()).isEqualTo(200);
  }

  @Test
  void cognitosMailPassesTheSameCheck() {
    assertThatThrownBy(() -> ses.send(Mail.html("x@y.org", "a@b.org", "s", "h")))
        .isInstanceOf(MessageRejected.class);
    String id = ses.send(Mail.html("jane@other.org", "a@b.org", "s", "h"));
    assertThat(ses.inbox().mails()).extracting(SentMail::id).containsExactly(id);
  }

  @Test
  void verifiedAddressMaySendAtOnce() {
    assertThat(
            aws.call(Map.of("Action", "VerifyEmailIdentity", "EmailAddress", "new@y.org")).text())
        .contains("<VerifyEmailIdentityResult></VerifyEmailIdentityResult>");

    assertThat(aws.call(SesUnderTest.simple("new@y.org")).status()).isEqualTo(200);
  }

  @Test
  void attributesOfUnknownIdentitiesAreLeftOut() {
    String xml =
        aws.call(
                Map.of(
                    "Action", "GetIdentityVerificationAttributes",
                    "Identities.member.1", "example.com",
                    "Identities.member.2", "nobody@nowhere.org",
                    "Identities.member.3", "jane@other.org"))
            .text();

    assertThat(xml)
        .contains(
            "<VerificationAttributes><entry><key>example.com</key><value><VerificationStatus>Success</VerificationStatus><VerificationToken>")
        .contains(
            "<entry><key>jane@other.org</key><value><VerificationStatus>Success</VerificationStatus></value></entry></VerificationAttributes>")
        .doesNotContain("nowhere.org");
  }

  @Test
  void identitiesAreListedByType() {
    assertThat(aws.call(Map.of("Action", "ListIdentities", "IdentityType", "Domain")).text())
        .contains("<Identities><member>example.com</member></Identities>");
  }

  @Test
  void quotaCountsWhatWasSent() {
    aws.call(SesUnderTest.simple("jane@other.org"));

    assertThat(aws.call(Map.of("Action", "GetSendQuota")).text())
        .contains(
            "<SentLast24Hours>1.0</SentLast24Hours><Max24HourSend>50000.0</Max24HourSend><MaxSendRate>14.0</MaxSendRate>");
  }

  @Test
  void badCallsAreAnsweredInXml() {
    assertThat(aws.call(Map.of("Action", "SendBonbons")).text())
        .contains(
            "<Code>InvalidAction</Code><Message>Could not find operation SendBonbons for version"
                + " 2010-12-01</Message>");
    assertThat(aws.call(Map.of("Action", "SendEmail")).text())
        .contains("<Code>ValidationError</Code>", "Value at 'source' failed");
    assertThat(aws.call(Map.of("X", "1")).text()).contains("<Code>MissingAction</Code>");
    assertThat(aws.form("Action=%zz").text()).contains("<Code>MalformedQueryString</Code>");
    assertThat(aws.call(Map.of("Action", "SendRawEmail", "RawMessage.Data", "A")).status())
        .isEqualTo(400);
  }

  @Test
  void missingRecipientsAndBrokenAddressesAreRefused() {
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

  @Test
  void planSaysWhoMaySend() {
    Ses planned =
        Ses.of(
            Declared.plan(
                List.of(
                    Declared.resource(
                        "aws:cognito/userPool:UserPool",
                        "users",
                        """
                        {"emailConfiguration": {"sourceArn": "arn:aws:ses:us-east-1:0:identity/example.net"}}
                        """,
                        "{}"),
                    Declared.resource(
                        "aws:ses/emailIdentity:EmailIdentity",
                        "sender",
                        "{\"email\": \"a@b.org\"}",
                        "{}"))),
            SesUnderTest.NOON);

    assertThat(planned.answer(SesUnderTest.request("Action=ListIdentities")).text())
        .contains("<Identities><member>a@b.org</member><member>example.net</member></Identities>");
  }
}
