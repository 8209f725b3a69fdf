package dev.gatehouse.integrationtests;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mail that arrived. */
final class Inbox {
  private static final Pattern CODE = Pattern.compile(">\\s*(\\d{6})\\s*<");
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  Inbox(Machine machine) {
    this.address = URI.create(machine.about("inboxUrl"));
  }

  /** Returns the mails to this person, oldest first. */
  List<JsonObject> mailsTo(Person person) {
    return messages().stream().filter(mail -> recipients(mail).contains(person.email())).toList();
  }

  /** Returns the code in the newest mail to this person. */
  String codeFor(Person person) {
    Matcher code = CODE.matcher(html(mailsTo(person).getLast()));
    if (!code.find()) {
      throw new AssertionError("the newest mail holds no code");
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
    try {
      String body =
          http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
      return JsonParser.parseString(body)
          .getAsJsonObject()
          .getAsJsonArray("messages")
          .asList()
          .stream()
          .map(JsonElement::getAsJsonObject)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
