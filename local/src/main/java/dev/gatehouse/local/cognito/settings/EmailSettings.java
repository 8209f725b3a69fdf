package dev.gatehouse.local.cognito.settings;

import dev.gatehouse.local.ses.Handling;
import java.util.Locale;
import java.util.Map;

/**
 * Says through whom a pool sends mail.
 *
 * @param developer whether the pool sends through an SES identity of its owner
 * @param from the sender, {@code a@b} or {@code Name <a@b>}
 * @param handling where answers go and which configuration set decides about events
 */
public record EmailSettings(boolean developer, String from, Handling handling) {
  private static final String COGNITO = "no-reply@verificationemail.com";
  private static final String IDENTITY = ":identity/";

  static EmailSettings of(Declared email) {
    email.only("EmailSendingAccount", "COGNITO_DEFAULT", "DEVELOPER");
    boolean developer = email.text("EmailSendingAccount").filter("DEVELOPER"::equals).isPresent();
    String identity = identity(email, developer);
    String otherwise = identity.contains("@") ? identity : developer ? "" : COGNITO;
    String from = email.text("From").filter(text -> !text.isEmpty()).orElse(otherwise);
    if (from.isEmpty()) {
      throw email.refused("From", "is needed beside a SourceArn that is a domain");
    }
    if (!identity.isEmpty() && !belongs(address(from), identity)) {
      throw email.refused("From", "is not an address of the identity " + identity);
    }
    Handling handling = handling(email);
    email.refuseTheRest("is no e-mail setting that this machine knows");
    return new EmailSettings(developer, from, handling);
  }

  private static Handling handling(Declared email) {
    return new Handling(
        email.text("ReplyToEmailAddress").filter(to -> !to.isEmpty()).stream().toList(),
        email.text("ConfigurationSet").filter(set -> !set.isEmpty()).orElse(null),
        Map.of(),
        Map.of());
  }

  private static String identity(Declared email, boolean needed) {
    String arn = email.text("SourceArn").orElse("");
    int at = arn.indexOf(IDENTITY);
    if (at < 0 && (needed || !arn.isEmpty())) {
      throw email.refused("SourceArn", "has to be the ARN of an SES identity");
    }
    return at < 0 ? "" : arn.substring(at + IDENTITY.length());
  }

  private static boolean belongs(String address, String identity) {
    String sender = address.toLowerCase(Locale.ROOT);
    String owner = identity.toLowerCase(Locale.ROOT);
    String domain = sender.substring(sender.lastIndexOf('@') + 1);
    return owner.contains("@")
        ? sender.equals(owner)
        : domain.equals(owner) || domain.endsWith("." + owner);
  }

  private static String address(String from) {
    int start = from.lastIndexOf('<');
    return start < 0 ? from : from.substring(start + 1).replace(">", "").strip();
  }
}
