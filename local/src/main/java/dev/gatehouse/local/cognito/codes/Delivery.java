package dev.gatehouse.local.cognito.codes;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.Code;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.Templates.Template;
import dev.gatehouse.local.cognito.triggers.Caller;
import dev.gatehouse.local.cognito.triggers.CustomMessage;
import dev.gatehouse.local.cognito.triggers.CustomMessage.Occasion;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.ses.Mail;
import dev.gatehouse.local.ses.MailSender;
import dev.gatehouse.local.ses.MessageRejected;
import java.time.Clock;

/** Has a mail worded, puts the secret into it and sends it. */
public final class Delivery {
  private final CustomMessage customMessage;
  private final MailSender mail;
  private final Clock clock;

  /** Takes what words mails and what sends them. */
  public Delivery(CustomMessage customMessage, MailSender mail, Clock clock) {
    this.customMessage = customMessage;
    this.mail = mail;
    this.clock = clock;
  }

  /** Mails a new code, which replaces an earlier one, and returns CodeDeliveryDetails. */
  public JsonObject sendCode(Message message, UserPool pool, PoolUser user, Caller caller) {
    Template own = message.own(pool.settings().templates());
    Occasion occasion = new Occasion(message.source(), false, own);
    Template words = customMessage.word(occasion, pool, user, caller);
    Code code = Code.issue(message.purpose(), clock.instant());
    // Before the mail, or a quick reader would come with a code that is not good yet.
    pool.users().update(user.username(), now -> now.with(message.purpose(), code));
    return send(pool, user, new Template(words.subject(), fill(words.message(), code.digits())));
  }

  /** Mails a temporary password to somebody whom an administrator made a user. */
  public void invite(UserPool pool, PoolUser user, Caller caller, String password) {
    Template own = pool.settings().templates().invitation();
    Occasion occasion = new Occasion("CustomMessage_AdminCreateUser", true, own);
    Template words = customMessage.word(occasion, pool, user, caller);
    // The UUID that is the username in an e-mail pool tells nobody how to sign in.
    String name =
        pool.settings().emailAsUsername()
            ? user.attribute("email").orElse(user.username())
            : user.username();
    String named = words.message().replace("{username}", escaped(name));
    send(pool, user, new Template(words.subject(), fill(named, escaped(password))));
  }

  private JsonObject send(UserPool pool, PoolUser user, Template words) {
    String email = user.attribute("email").orElseThrow();
    try {
      String from = pool.settings().email().from();
      mail.send(Mail.html(from, email, words.subject(), words.message()));
    } catch (MessageRejected e) {
      throw new CognitoError("CodeDeliveryFailureException", String.valueOf(e.getMessage()));
    }
    return Destination.of(email);
  }

  private static String fill(String message, String secret) {
    return message.replace("{####}", secret);
  }

  /** A name or a temporary password may hold signs that an HTML mail takes for its own. */
  private static String escaped(String password) {
    return password.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
