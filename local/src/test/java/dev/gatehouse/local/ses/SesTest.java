package dev.gatehouse.local.ses;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.plan.Declared;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SesTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00.123456Z"), ZoneOffset.UTC);

  private static final String MIME =
      """
      From: Shop <no-reply@example.com>
      To: =?UTF-8?Q?J=C3=A4ne?= <jane@b.org>
      Cc: c@d.org
      Subject: =?UTF-8?B?R3LDvMOfZQ==?=
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=outer

      --outer
      Content-Type: multipart/alternative; boundary=inner

      --inner
      Content-Type: text/plain; charset=UTF-8
      Content-Transfer-Encoding: quoted-printable

      Gr=C3=BC=C3=9Fe
      --inner
      Content-Type: text/html; charset=UTF-8

      <p>Hi</p>
      --inner--
      --outer
      Content-Type: text/plain
      Content-Disposition: attachment; filename=a.txt

      not the text
      --outer--
      """;

  private final Ses ses = new Ses(new Identities(List.of("example.com", "jane@other.org")), NOON);

  @Test
  void mailFromAVerifiedDomainIsKept() {
    Response response =
        call(
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
    Response response = call(simple("x@elsewhere.org"));

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
    assertThat(call(simple("x@badexample.com")).text()).contains("MessageRejected");
    assertThat(call(simple("someone@other.org")).text()).contains("MessageRejected");
    assertThat(call(simple("JANE@Other.org")).status()).isEqualTo(200);
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
    assertThat(call(Map.of("Action", "VerifyEmailIdentity", "EmailAddress", "new@y.org")).text())
        .contains("<VerifyEmailIdentityResult></VerifyEmailIdentityResult>");

    assertThat(call(simple("new@y.org")).status()).isEqualTo(200);
  }

  @Test
  void attributesOfUnknownIdentitiesAreLeftOut() {
    String xml =
        call(Map.of(
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
    assertThat(call(Map.of("Action", "ListIdentities", "IdentityType", "Domain")).text())
        .contains("<Identities><member>example.com</member></Identities>");
  }

  @Test
  void quotaCountsWhatWasSent() {
    call(simple("jane@other.org"));

    assertThat(call(Map.of("Action", "GetSendQuota")).text())
        .contains(
            "<SentLast24Hours>1.0</SentLast24Hours><Max24HourSend>50000.0</Max24HourSend><MaxSendRate>14.0</MaxSendRate>");
  }

  @Test
  void rawMailIsReadAsMime() {
    Response response = call(raw(MIME));

    assertThat(response.text()).contains("<SendRawEmailResult><MessageId>");
    Mail mail = ses.inbox().mails().getFirst().mail();
    assertThat(mail.source()).isEqualTo("Shop <no-reply@example.com>");
    assertThat(mail.to()).containsExactly("\"Jäne\" <jane@b.org>");
    assertThat(mail.cc()).containsExactly("c@d.org");
    assertThat(mail.subject()).isEqualTo("Grüße");
    assertThat(mail.text()).isEqualTo("Grüße");
    assertThat(mail.html()).isEqualTo("<p>Hi</p>");
  }

  @Test
  void onlyCognitoItselfSendsFromItsDefaultAddress() {
    Mail mail = Mail.html("no-reply@verificationemail.com", "jane@b.org", "s", "<p>Hi</p>");
    ses.send(mail);

    assertThat(ses.inbox().mails()).extracting(SentMail::mail).containsExactly(mail);
    assertThat(
            call(raw("From: no-reply@verificationemail.com\nTo: b@c.org\nSubject: s\n\nHi")).text())
        .contains("<Code>MessageRejected</Code>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!!!!", "YQ=a"})
  void rawMailThatIsNoBase64IsRefused(String data) {
    Response response =
        call(
            Map.of(
                "Action", "SendRawEmail",
                "Source", "jane@other.org",
                "Destinations.member.1", "a@b.org",
                "RawMessage.Data", data));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).contains("<Code>InvalidParameterValue</Code>");
    assertThat(ses.inbox().mails()).isEmpty();
  }

  @Test
  void addressesAreAsciiButNamesNeedNotBe() {
    assertThat(call(raw("From: a@example.com\nTo: jö@b.org\nSubject: s\n\nHi")).text())
        .contains("<Code>MessageRejected</Code>", "There are non-ASCII characters");
    assertThat(ses.inbox().mails()).isEmpty();
    assertThat(call(raw("From: a@example.com\nTo: Jö <j@b.org>\nSubject: s\n\nHi")).status())
        .isEqualTo(200);
  }

  @Test
  void rawMailFromAnUnverifiedSenderIsRejected() {
    assertThat(call(raw("From: a@y.org\nTo: b@c.org\nSubject: s\n\nhello")).text())
        .contains("<Code>MessageRejected</Code>");
  }

  @Test
  void badCallsAreAnsweredInXml() {
    assertThat(call(Map.of("Action", "SendBonbons")).text())
        .contains(
            "<Code>InvalidAction</Code><Message>Could not find operation SendBonbons for version"
                + " 2010-12-01</Message>");
    assertThat(call(Map.of("Action", "SendEmail")).text())
        .contains("<Code>ValidationError</Code>", "Value at 'source' failed");
    assertThat(call(Map.of("X", "1")).text()).contains("<Code>MissingAction</Code>");
    assertThat(form("Action=%zz").text()).contains("<Code>MalformedQueryString</Code>");
    assertThat(call(Map.of("Action", "SendRawEmail", "RawMessage.Data", "A")).status())
        .isEqualTo(400);
  }

  @Test
  void missingRecipientsAndBrokenAddressesAreRefused() {
    assertThat(
            call(Map.of(
                    "Action", "SendEmail",
                    "Source", "jane@other.org",
                    "Message.Subject.Data", "s"))
                .text())
        .contains("<Code>MessageRejected</Code><Message>There are no recipients specified<");
    assertThat(
            call(Map.of(
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
            NOON);

    assertThat(planned.answer(request("Action=ListIdentities")).text())
        .contains("<Identities><member>a@b.org</member><member>example.net</member></Identities>");
  }

  private static Map<String, String> simple(String source) {
    return Map.of(
        "Action", "SendEmail",
        "Source", source,
        "Destination.ToAddresses.member.1", "a@b.org",
        "Message.Subject.Data", "s",
        "Message.Body.Text.Data", "t");
  }

  private static Map<String, String> raw(String mime) {
    return Map.of(
        "Action",
        "SendRawEmail",
        "RawMessage.Data",
        Base64.getEncoder().encodeToString(mime.getBytes(UTF_8)));
  }

  private Response call(Map<String, String> fields) {
    return form(
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&")));
  }

  private Response form(String body) {
    return ses.answer(request(body));
  }

  private static Request request(String body) {
    return new Request("POST", "/", Map.of(), Map.of(), "127.0.0.1", body.getBytes(UTF_8));
  }
}
