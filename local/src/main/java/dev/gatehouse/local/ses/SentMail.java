package dev.gatehouse.local.ses;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Is one mail that SES took. */
public record SentMail(String id, Instant at, Mail mail) {

  private static final String REGION = "us-east-1";

  /** Says whether this address, or this sender as written, sent or got the mail. */
  boolean concerns(String email) {
    return mail.source().equals(email)
        || Stream.of(List.of(mail.source()), mail.to(), mail.cc(), mail.bcc())
            .flatMap(List::stream)
            .anyMatch(each -> address(each).equalsIgnoreCase(email));
  }

  /** Returns the mail in the shape that LocalStack gives it. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Id", id);
    json.put("Region", REGION);
    json.put("Source", mail.source());
    json.put("Destination", destination());
    json.put("Subject", mail.subject());
    json.put("Body", body());
    json.put("Timestamp", at.toString());
    addHandling(json, mail.handling());
    return json;
  }

  /** These fields are none of LocalStack's, so they are there only where they say something. */
  private static void addHandling(Map<String, Object> json, Handling handling) {
    if (!handling.replyTo().isEmpty()) {
      json.put("ReplyToAddresses", handling.replyTo());
    }
    if (handling.configurationSet() != null) {
      json.put("ConfigurationSetName", handling.configurationSet());
    }
    if (!handling.tags().isEmpty()) {
      json.put("Tags", handling.tags());
    }
    if (!handling.headers().isEmpty()) {
      json.put("Headers", handling.headers());
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

  private static String address(String written) {
    try {
      return new InternetAddress(written, false).getAddress();
    } catch (AddressException e) {
      return written;
    }
  }
}
