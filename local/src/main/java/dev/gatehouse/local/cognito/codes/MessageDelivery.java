package dev.gatehouse.local.cognito.codes;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.pools.ConfirmationCode;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.EmailConfiguration;
import dev.gatehouse.local.cognito.settings.MessageTemplates.Template;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import dev.gatehouse.local.cognito.triggers.CustomEmailSender;
import dev.gatehouse.local.cognito.triggers.CustomEmailSender.Secret;
import dev.gatehouse.local.cognito.triggers.CustomMessage;
import dev.gatehouse.local.cognito.triggers.CustomMessage.MessageRequest;
import dev.gatehouse.local.kms.KeyNotUsable;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.MailSender;
import dev.gatehouse.local.ses.mail.MessageRejected;
import dev.gatehouse.local.ses.mail.SendingNotAuthorized;
import java.time.Clock;

/** The delivery of codes and invitations: by e-mail, or by the CustomEmailSender trigger. */
public final class MessageDelivery {
  private static final String INVITATION = "AdminCreateUser";

  private final CustomMessage customMessage;
  private final CustomEmailSender customSender;
  private final MailSender mail;
  private final Clock clock;

  /** Creates a delivery. */
  public MessageDelivery(
      CustomMessage customMessage, CustomEmailSender customSender, MailSender mail, Clock clock) {
    this.customMessage = customMessage;
    this.customSender = customSender;
    this.mail = mail;
    this.clock = clock;
  }

  /**
   * Sends a new code, which replaces an earlier one, and returns CodeDeliveryDetails.
   *
   * @param user the user, with the e-mail address to verify among the attributes
   */
  public JsonObject sendCode(
      CodeMessage message, UserPool pool, PoolUser user, CallerContext caller) {
    String email = user.attribute("email").orElseThrow();
    if (customSender.isConfigured(pool)) {
      ConfirmationCode code = issueCode(message, pool, user, email);
      Secret secret = new Secret(message.source(), code.digits());
      sendByFunction(secret, pool, user, caller);
    } else {
      Template poolTemplate = message.template(pool.settings());
      MessageRequest request = new MessageRequest(message.source(), false, poolTemplate);
      Template template = customMessage.template(request, pool, user, caller);
      ConfirmationCode code = issueCode(message, pool, user, email);
      send(pool, email, new Template(template.subject(), fill(template.message(), code.digits())));
    }
    return CodeDeliveryDetails.of(email);
  }

  /** Sends a temporary password to a user whom an administrator created. */
  public void sendInvitation(UserPool pool, PoolUser user, CallerContext caller, String password) {
    if (customSender.isConfigured(pool)) {
      Secret secret = new Secret(INVITATION, escapeBrackets(password));
      sendByFunction(secret, pool, user, caller);
      return;
    }
    Template poolTemplate = pool.settings().templates().invitation();
    Template template =
        customMessage.template(
            new MessageRequest(INVITATION, true, poolTemplate), pool, user, caller);
    String email = user.attribute("email").orElseThrow();
    // Users who sign in with their e-mail address do not know the UUID that is their user name.
    String name = pool.settings().emailAsUsername() ? email : user.username();
    // The user name last, because it may itself contain {####}. Neither is escaped: Cognito puts
    // both into the HTML as they are.
    String filled = fill(template.message(), password).replace("{username}", name);
    send(pool, email, new Template(template.subject(), filled));
  }

  /** Issues a code before the e-mail is sent, so that it is valid when the e-mail arrives. */
  private ConfirmationCode issueCode(
      CodeMessage message, UserPool pool, PoolUser user, String email) {
    ConfirmationCode code = ConfirmationCode.issue(message.purpose(), email, clock.instant());
    pool.users().update(user.username(), now -> now.with(message.purpose(), code));
    return code;
  }

  /** What Cognito answers when it cannot encrypt is not documented: here, that a code went lost. */
  private void sendByFunction(Secret secret, UserPool pool, PoolUser user, CallerContext caller) {
    try {
      customSender.send(secret, pool, user, caller);
    } catch (KeyNotUsable e) {
      throw new AwsException("CodeDeliveryFailureException", String.valueOf(e.getMessage()));
    }
  }

  private void send(UserPool pool, String email, Template template) {
    try {
      EmailConfiguration settings = pool.settings().email();
      mail.sendFor(
          pool.arn(),
          settings.identityArn(),
          Mail.html(settings.from(), email, template.subject(), template.message())
              .with(settings.sendOptions()));
    } catch (MessageRejected e) {
      throw new AwsException("CodeDeliveryFailureException", String.valueOf(e.getMessage()));
    } catch (SendingNotAuthorized e) {
      throw new AwsException(
          "InvalidEmailRoleAccessPolicyException",
          "Cognito is not allowed to use your email identity: " + e.getMessage());
    }
  }

  private static String fill(String message, String secret) {
    return message.replace("{####}", secret);
  }

  /** Escapes only these two characters, as Cognito does for custom senders. */
  private static String escapeBrackets(String password) {
    return password.replace("<", "&lt;").replace(">", "&gt;");
  }
}
