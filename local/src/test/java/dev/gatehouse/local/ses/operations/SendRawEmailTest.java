package dev.gatehouse.local.ses.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.ses.Ses;
import dev.gatehouse.local.ses.TestSes;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.SentMail;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendRawEmailTest {

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

  private final TestSes aws = new TestSes();
  private final Ses ses = aws.ses;

  @Test
  void messageIsParsedAsMime() {
    Response response = aws.call(TestSes.raw(MIME));

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
  void onlyCognitoSendsFromItsDefaultAddress() {
    Mail mail = Mail.html("no-reply@verificationemail.com", "jane@b.org", "s", "<p>Hi</p>");
    ses.send(mail);

    assertThat(ses.inbox().mails()).extracting(SentMail::mail).containsExactly(mail);
    assertThat(
            aws.call(
                    TestSes.raw(
                        "From: no-reply@verificationemail.com\nTo: b@c.org\nSubject: s\n\nHi"))
                .text())
        .contains("<Code>MessageRejected</Code>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!!!!", "YQ=a"})
  void messageThatIsNotBase64IsRefused(String data) {
    Response response =
        aws.call(
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
  void nonAsciiCharactersAreAcceptedInNamesOnly() {
    assertThat(aws.call(TestSes.raw("From: a@example.com\nTo: jö@b.org\nSubject: s\n\nHi")).text())
        .contains("<Code>MessageRejected</Code>", "There are non-ASCII characters");
    assertThat(ses.inbox().mails()).isEmpty();
    assertThat(
            aws.call(TestSes.raw("From: a@example.com\nTo: Jö <j@b.org>\nSubject: s\n\nHi"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void unverifiedSenderIsRejected() {
    assertThat(aws.call(TestSes.raw("From: a@y.org\nTo: b@c.org\nSubject: s\n\nhello")).text())
        .contains("<Code>MessageRejected</Code>");
  }
}
