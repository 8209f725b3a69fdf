package dev.gatehouse.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.SendingNotAuthorized;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cognito's mails through an SES identity with and without a policy. */
class PoolMailSenderTest {
  private static final String IDENTITY =
      "arn:aws:ses:us-east-1:000000000000:identity/gatehouse.test";
  private static final String POOL =
      "arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_A";
  private static final Mail MAIL =
      Mail.html("no-reply@gatehouse.test", "jane@example.com", "Code", "123456");

  private final List<Mail> sent = new ArrayList<>();

  private PoolMailSender sender(IamPlan plan) {
    Plan built = plan.build();
    return new PoolMailSender(
        built,
        mail -> {
          sent.add(mail);
          return "id";
        },
        Iam.of(built).authorizer());
  }

  private static IamPlan policy(String actions, String pool) {
    JsonObject inputs = IamPlan.object("identity", IDENTITY);
    inputs.addProperty(
        "policy",
        IamPlan.document(
            ("{'Effect':'Allow','Principal':{'Service':'email.cognito-idp.amazonaws.com'},'Action':%s,"
                    + "'Resource':'%s','Condition':{'StringEquals':{'aws:SourceAccount':'000000000000'},"
                    + "'ArnLike':{'aws:SourceArn':'%s'}}}")
                .formatted(actions, IDENTITY, pool)));
    return new IamPlan()
        .add("aws:ses/identityPolicy:IdentityPolicy", "pool", inputs, "{\"name\": \"pool\"}");
  }

  @Test
  void policyForThePoolLetsItSend() {
    assertThat(
            sender(policy("['ses:SendEmail','ses:SendRawEmail']", POOL))
                .sendFor(POOL, IDENTITY, MAIL))
        .isEqualTo("id");
    assertThat(sent).containsExactly(MAIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ses:SendEmail", "ses:SendRawEmail"})
  void oneActionAloneIsNotEnough(String action) {
    PoolMailSender sender = sender(policy("'" + action + "'", POOL));

    assertThatThrownBy(() -> sender.sendFor(POOL, IDENTITY, MAIL))
        .isInstanceOf(SendingNotAuthorized.class)
        .hasMessageContaining(
            "User: email.cognito-idp.amazonaws.com is not authorized to perform: ses:Send")
        .hasMessageContaining("because no resource-based policy allows the ses:Send");
    assertThat(sent).isEmpty();
  }

  @Test
  void policyForAnotherPoolIsNotEnough() {
    PoolMailSender sender = sender(policy("'ses:*'", POOL + "B"));

    assertThatThrownBy(() -> sender.sendFor(POOL, IDENTITY, MAIL))
        .isInstanceOf(SendingNotAuthorized.class);
  }

  @Test
  void policyForAnotherSenderIsNotEnough() {
    JsonObject inputs = IamPlan.object("identity", IDENTITY);
    inputs.addProperty(
        "policy",
        IamPlan.document(
            "{'Effect':'Allow','Principal':'*','Action':'ses:*','Resource':'*','Condition':"
                + "{'StringEquals':{'ses:FromAddress':'no-reply@gatehouse.test'}}}"));
    PoolMailSender sender =
        sender(
            new IamPlan()
                .add("aws:ses/identityPolicy:IdentityPolicy", "p", inputs, "{\"name\": \"p\"}"));

    assertThat(
            sender.sendFor(
                POOL,
                IDENTITY,
                Mail.html("Gatehouse <no-reply@gatehouse.test>", "jane@example.com", "C", "1")))
        .isEqualTo("id");
    assertThatThrownBy(
            () ->
                sender.sendFor(
                    POOL,
                    IDENTITY,
                    Mail.html("ceo@gatehouse.test", "jane@example.com", "Code", "123456")))
        .isInstanceOf(SendingNotAuthorized.class);
  }

  @Test
  void withoutAPolicyTheServiceLinkedRoleSends() {
    assertThat(sender(new IamPlan()).sendFor(POOL, IDENTITY, MAIL)).isEqualTo("id");
    assertThat(sender(policy("'ses:SendEmail'", POOL)).sendFor(POOL, null, MAIL)).isEqualTo("id");
  }
}
