package dev.gatehouse.local.cognito.settings;

import dev.gatehouse.local.ses.mail.SendOptions;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail configuration of a user pool.
 *
 * @param developer whether the pool sends through its own SES identity
 * @param identityArn the ARN of the SES identity, null for Cognito's own sender
 * @param from the sender, {@code a@b} or {@code Name <a@b>}
 * @param sendOptions the reply-to address and the configuration set
 */
public record EmailConfiguration(
    boolean developer, @Nullable String identityArn, String from, SendOptions sendOptions) {
  private static final String COGNITO = "no-reply@verificationemail.com";
  private static final String IDENTITY = ":identity/";

  static EmailConfiguration of(SettingsReader email) {
    email.allowOnly("EmailSendingAccount", "COGNITO_DEFAULT", "DEVELOPER");
    boolean developer = email.text("EmailSendingAccount").filter("DEVELOPER"::equals).isPresent();
    String identity = identity(email, developer);
    String defaultFrom = identity.contains("@") ? identity : developer ? "" : COGNITO;
    String from = email.text("From").filter(text -> !text.isEmpty()).orElse(defaultFrom);
    if (from.isEmpty()) {
      throw email.error("From", "is required with a SourceArn that is a domain");
    }
    if (!identity.isEmpty() && !belongsTo(address(from), identity)) {
      throw email.error("From", "is not an address of the identity " + identity);
    }
    SendOptions sendOptions = sendOptions(email);
    email.rejectUnread("is not supported");
    return new EmailConfiguration(
        developer, identity.isEmpty() ? null : email.text("SourceArn").get(), from, sendOptions);
  }

  private static SendOptions sendOptions(SettingsReader email) {
    return new SendOptions(
        email.text("ReplyToEmailAddress").filter(to -> !to.isEmpty()).stream().toList(),
        email.text("ConfigurationSet").filter(set -> !set.isEmpty()).orElse(null),
        Map.of(),
        Map.of());
  }

  private static String identity(SettingsReader email, boolean required) {
    String arn = email.text("SourceArn").orElse("");
    int at = arn.indexOf(IDENTITY);
    if (at < 0 && (required || !arn.isEmpty())) {
      throw email.error("SourceArn", "has to be the ARN of an SES identity");
    }
    return at < 0 ? "" : arn.substring(at + IDENTITY.length());
  }

  private static boolean belongsTo(String address, String identity) {
    String sender = address.toLowerCase(Locale.ROOT);
    String identityName = identity.toLowerCase(Locale.ROOT);
    String domain = sender.substring(sender.lastIndexOf('@') + 1);
    return identityName.contains("@")
        ? sender.equals(identityName)
        : domain.equals(identityName) || domain.endsWith("." + identityName);
  }

  private static String address(String from) {
    int start = from.lastIndexOf('<');
    return start < 0 ? from : from.substring(start + 1).replace(">", "").strip();
  }
}
