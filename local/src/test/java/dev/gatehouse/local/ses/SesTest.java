package dev.gatehouse.local.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.plan.PlanResources;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.MessageRejected;
import dev.gatehouse.local.ses.mail.SentMail;
import dev.gatehouse.local.state.StateStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SesTest {

  private final TestSes aws = new TestSes();
  private final Ses ses = aws.ses;

  @Test
  void mailOfCognitoNeedsAVerifiedSender() {
    assertThatThrownBy(() -> ses.send(Mail.html("x@y.org", "a@b.org", "s", "h")))
        .isInstanceOf(MessageRejected.class);
    String id = ses.send(Mail.html("jane@other.org", "a@b.org", "s", "h"));
    assertThat(ses.inbox().mails()).extracting(SentMail::id).containsExactly(id);
  }

  @Test
  void errorsAreXml() {
    assertThat(aws.call(Map.of("Action", "SendBonbons")).text())
        .contains(
            "<Code>InvalidAction</Code><Message>Could not find operation SendBonbons for version"
                + " 2010-12-01; see https://github.com/");
    assertThat(aws.call(Map.of("Action", "SendEmail")).text())
        .contains("<Code>ValidationError</Code>", "Value at 'source' failed");
    assertThat(aws.call(Map.of("X", "1")).text()).contains("<Code>MissingAction</Code>");
    assertThat(aws.form("Action=%zz").text()).contains("<Code>MalformedQueryString</Code>");
    assertThat(aws.call(Map.of("Action", "SendRawEmail", "RawMessage.Data", "A")).status())
        .isEqualTo(400);
  }

  @Test
  void identitiesOfThePlanAreVerified() {
    Ses planned =
        Ses.of(
            PlanResources.plan(
                List.of(
                    PlanResources.resource(
                        "aws:cognito/userPool:UserPool",
                        "users",
                        """
                        {"emailConfiguration": {"sourceArn": "arn:aws:ses:us-east-1:0:identity/example.net"}}
                        """,
                        "{}"),
                    PlanResources.resource(
                        "aws:ses/emailIdentity:EmailIdentity",
                        "sender",
                        "{\"email\": \"a@b.org\"}",
                        "{}"))),
            TestSes.NOON,
            StateStore.none());

    assertThat(planned.handle(TestSes.request("Action=ListIdentities")).text())
        .contains("<Identities><member>a@b.org</member><member>example.net</member></Identities>");
  }
}
