package dev.gatehouse.integrationtests.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inbox of the emulated SES. */
public final class Inbox {
  private static final Pattern CODE = Pattern.compile(">\\s*(\\d{6})\\s*<");
  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

  private final URI address;

  /** Creates an inbox for an emulator. */
  public Inbox(LocalEmulator emulator) {
    this.address = URI.create(emulator.info("inboxUrl"));
  }

  /** Returns the mails to a user, oldest first. */
  public List<JsonObject> mailsTo(SignUpUser user) {
    return messages(user).stream().filter(mail -> recipients(mail).contains(user.email())).toList();
  }

  /** Returns the nth mail to a user; waits for it, since some mails are sent after the response. */
  public JsonObject awaitMail(SignUpUser user, int number) {
    Instant end = Instant.now().plus(TIME_LIMIT);
    List<JsonObject> mails = mailsTo(user);
    while (mails.size() < number && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      mails = mailsTo(user);
    }
    if (mails.size() < number) {
      throw new AssertionError("there are only " + mails.size() + " mails");
    }
    return mails.get(number - 1);
  }

  /** Returns the code in the newest mail to a user; waits for the first mail. */
  public String codeFor(SignUpUser user) {
    awaitMail(user, 1);
    return code(mailsTo(user).getLast());
  }

  /** Returns the code in a mail. */
  public static String code(JsonObject mail) {
    Matcher code = CODE.matcher(html(mail));
    if (!code.find()) {
      throw new AssertionError("the mail has no code");
    }
    return code.group(1);
  }

  /** Returns the HTML part of a mail. */
  public static String html(JsonObject mail) {
    return mail.getAsJsonObject("Body").get("html_part").getAsString();
  }

  private static List<String> recipients(JsonObject mail) {
    return mail.getAsJsonObject("Destination").getAsJsonArray("ToAddresses").asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  private List<JsonObject> messages(SignUpUser user) {
    URI of = URI.create(address + "?email=" + URLEncoder.encode(user.email(), UTF_8));
    JsonObject inbox = JsonParser.parseString(LocalEmulator.get(of)).getAsJsonObject();
    return inbox.getAsJsonArray("messages").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }
}
