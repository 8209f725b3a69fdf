package dev.gatehouse.integrationtests;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mail that arrived. */
final class Inbox {
  private static final Pattern CODE = Pattern.compile(">\\s*(\\d{6})\\s*<");
  private static final Duration SHORTLY = Duration.ofSeconds(60);

  private final URI address;

  Inbox(Machine machine) {
    this.address = URI.create(machine.about("inboxUrl"));
  }

  /** Returns the mails to this person, oldest first. */
  List<JsonObject> mailsTo(Person person) {
    return messages().stream().filter(mail -> recipients(mail).contains(person.email())).toList();
  }

  /**
   * Returns the mail of this number to this person, waiting a while: some come after the answer.
   */
  JsonObject awaitMail(Person person, int number) {
    Instant end = Instant.now().plus(SHORTLY);
    List<JsonObject> mails = mailsTo(person);
    while (mails.size() < number && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      mails = mailsTo(person);
    }
    if (mails.size() < number) {
      throw new AssertionError("there are only " + mails.size() + " mails");
    }
    return mails.get(number - 1);
  }

  /** Returns the code in the newest mail to this person, waiting a while for the first. */
  String codeFor(Person person) {
    awaitMail(person, 1);
    return code(mailsTo(person).getLast());
  }

  /** Returns the code in this mail. */
  static String code(JsonObject mail) {
    Matcher code = CODE.matcher(html(mail));
    if (!code.find()) {
      throw new AssertionError("the mail holds no code");
    }
    return code.group(1);
  }

  static String html(JsonObject mail) {
    return mail.getAsJsonObject("Body").get("html_part").getAsString();
  }

  private static List<String> recipients(JsonObject mail) {
    return mail.getAsJsonObject("Destination").getAsJsonArray("ToAddresses").asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  private List<JsonObject> messages() {
    JsonObject inbox = JsonParser.parseString(Machine.get(address)).getAsJsonObject();
    return inbox.getAsJsonArray("messages").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }
}
