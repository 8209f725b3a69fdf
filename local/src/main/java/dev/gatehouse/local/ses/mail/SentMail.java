package dev.gatehouse.local.ses.mail;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mail that SES accepted for delivery. */
public record SentMail(String id, Instant at, Mail mail) {

  private static final String REGION = "us-east-1";

  /** Returns whether this address sent or received the mail; a full source matches, too. */
  boolean involves(String email) {
    return mail.source().equals(email)
        || isAddressOf(mail.source(), email)
        || isAmong(mail.to(), email)
        || isAmong(mail.cc(), email)
        || isAmong(mail.bcc(), email);
  }

  /** Looks without a stream, since every mail of an inbox is asked. */
  private static boolean isAmong(List<String> mailboxes, String email) {
    for (String mailbox : mailboxes) {
      if (isAddressOf(mailbox, email)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the mail in the JSON format of LocalStack. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Id", id);
    json.put("Region", REGION);
    json.put("Source", mail.source());
    json.put("Destination", destination());
    json.put("Subject", mail.subject());
    json.put("Body", body());
    json.put("Timestamp", at.toString());
    addOptions(json, mail.options());
    return json;
  }

  /** LocalStack does not have these fields, so they appear only if they have a value. */
  private static void addOptions(Map<String, Object> json, SendOptions options) {
    if (!options.replyTo().isEmpty()) {
      json.put("ReplyToAddresses", options.replyTo());
    }
    if (options.configurationSet() != null) {
      json.put("ConfigurationSetName", options.configurationSet());
    }
    if (!options.tags().isEmpty()) {
      json.put("Tags", options.tags());
    }
    if (!options.headers().isEmpty()) {
      json.put("Headers", options.headers());
    }
  }

  private Map<String, List<String>> destination() {
    Map<String, List<String>> destination = new LinkedHashMap<>();
    destination.put("ToAddresses", mail.to());
    destination.put("CcAddresses", mail.cc());
    destination.put("BccAddresses", mail.bcc());
    return destination;
  }

  private Map<String, @Nullable String> body() {
    Map<String, @Nullable String> body = new LinkedHashMap<>();
    body.put("text_part", mail.text());
    body.put("html_part", mail.html());
    return Collections.unmodifiableMap(body);
  }

  /** Parses only a mailbox that has the address in it, since an inbox may have many mails. */
  private static boolean isAddressOf(String mailbox, String email) {
    return mailbox.equalsIgnoreCase(email)
        || (contains(mailbox, email) && MailboxAddress.of(mailbox).equalsIgnoreCase(email));
  }

  private static boolean contains(String mailbox, String email) {
    for (int i = 0; i <= mailbox.length() - email.length(); i++) {
      if (mailbox.regionMatches(true, i, email, 0, email.length())) {
        return true;
      }
    }
    return false;
  }
}
