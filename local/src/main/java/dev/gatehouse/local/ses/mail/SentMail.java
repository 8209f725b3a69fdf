package dev.gatehouse.local.ses.mail;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail that SES accepted for delivery. */
public record SentMail(String id, Instant at, Mail mail) {

  private static final String REGION = "us-east-1";

  /** Returns whether this address sent or received the mail; a full source matches, too. */
  boolean involves(String email) {
    return mail.source().equals(email)
        || Stream.of(List.of(mail.source()), mail.to(), mail.cc(), mail.bcc())
            .flatMap(List::stream)
            .anyMatch(each -> isAddressOf(each, email));
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

  /** Parses only a mailbox with a name, since an inbox may have thousands of mails. */
  private static boolean isAddressOf(String mailbox, String email) {
    return mailbox.equalsIgnoreCase(email)
        || (mailbox.length() > email.length()
            && MailboxAddress.of(mailbox).equalsIgnoreCase(email));
  }
}
