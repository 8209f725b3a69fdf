package dev.gatehouse.local.cognito.codes;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.Code;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.EmailSettings;
import dev.gatehouse.local.cognito.settings.Templates.Template;
import dev.gatehouse.local.cognito.triggers.Caller;
import dev.gatehouse.local.cognito.triggers.CustomEmailSender;
import dev.gatehouse.local.cognito.triggers.CustomEmailSender.Secret;
import dev.gatehouse.local.cognito.triggers.CustomMessage;
import dev.gatehouse.local.cognito.triggers.CustomMessage.Occasion;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.ses.Mail;
import dev.gatehouse.local.ses.MailSender;
import dev.gatehouse.local.ses.MessageRejected;
import java.time.Clock;

/** Has a mail worded, puts the secret into it and sends it, or leaves all of that to a function. */
public final class Delivery {
  private static final String INVITATION = "AdminCreateUser";

  private final CustomMessage customMessage;
  private final CustomEmailSender customSender;
  private final MailSender mail;
  private final Clock clock;

  /** Takes what words mails, what may send them instead of Cognito, and what sends them for it. */
  public Delivery(
      CustomMessage customMessage, CustomEmailSender customSender, MailSender mail, Clock clock) {
    this.customMessage = customMessage;
    this.customSender = customSender;
    this.mail = mail;
    this.clock = clock;
  }

  /**
   * Mails a new code, which replaces an earlier one, and returns CodeDeliveryDetails.
   *
   * @param user the user as the mail's reader is shown, the address to prove among the attributes
   */
  public JsonObject sendCode(Message message, UserPool pool, PoolUser user, Caller caller) {
    String email = user.attribute("email").orElseThrow();
    if (customSender.sendsFor(pool)) {
      Code code = issue(message, pool, user, email);
      Secret secret = new Secret(message.source(), code.digits());
      customSender.send(secret, pool, user, caller);
    } else {
      Template own = message.own(pool.settings().templates());
      Occasion occasion = new Occasion(message.source(), false, own);
      Template words = customMessage.word(occasion, pool, user, caller);
      Code code = issue(message, pool, user, email);
      send(pool, email, new Template(words.subject(), fill(words.message(), code.digits())));
    }
    return Destination.of(email);
  }

  /** Mails a temporary password to somebody whom an administrator made a user. */
  public void invite(UserPool pool, PoolUser user, Caller caller, String password) {
    if (customSender.sendsFor(pool)) {
      Secret secret = new Secret(INVITATION, withoutBrackets(password));
      customSender.send(secret, pool, user, caller);
      return;
    }
    Template own = pool.settings().templates().invitation();
    Template words = customMessage.word(new Occasion(INVITATION, true, own), pool, user, caller);
    String email = user.attribute("email").orElseThrow();
    // The UUID that is the username in an e-mail pool tells nobody how to sign in.
    String name = pool.settings().emailAsUsername() ? email : user.username();
    // The name last: it is the one that a stranger may have chosen, {####} and all.
    String filled = fill(words.message(), escaped(password)).replace("{username}", escaped(name));
    send(pool, email, new Template(words.subject(), filled));
  }

  /** Before the mail, or a quick reader would come with a code that is not good yet. */
  private Code issue(Message message, UserPool pool, PoolUser user, String email) {
    Code code = Code.issue(message.purpose(), email, clock.instant());
    pool.users().update(user.username(), now -> now.with(message.purpose(), code));
    return code;
  }

  private void send(UserPool pool, String email, Template words) {
    try {
      EmailSettings settings = pool.settings().email();
      mail.send(
          Mail.html(settings.from(), email, words.subject(), words.message())
              .with(settings.handling()));
    } catch (MessageRejected e) {
      throw new CognitoError("CodeDeliveryFailureException", String.valueOf(e.getMessage()));
    }
  }

  private static String fill(String message, String secret) {
    return message.replace("{####}", secret);
  }

  /** A name or a temporary password may hold signs that an HTML mail takes for its own. */
  private static String escaped(String password) {
    return withoutBrackets(password.replace("&", "&amp;"));
  }

  /** A custom sender gets temporary passwords with these two escaped and nothing else. */
  private static String withoutBrackets(String password) {
    return password.replace("<", "&lt;").replace(">", "&gt;");
  }
}
