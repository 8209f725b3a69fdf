package dev.gatehouse.integrationtests.aws;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An emulator of AWS: where it says its version, and where it keeps the mails of SES. */
enum EmulatorKind {
  GATEHOUSE("the local emulator", "/_gatehouse", "/_aws/ses"),
  MINISTACK("ministack", "/_ministack/health", "/_ministack/ses/messages"),
  LOCALSTACK("LocalStack", "/_localstack/health", "/_aws/ses"),
  MOTO("moto", "/moto-api/data.json", "/moto-api/data.json");

  /** moto tells its version nowhere; tools/test-emulators.sh does. */
  private static final String MOTO_VERSION = "moto.version";

  private final String title;
  private final String statusPath;
  private final String mailsPath;

  EmulatorKind(String title, String statusPath, String mailsPath) {
    this.title = title;
    this.statusPath = statusPath;
    this.mailsPath = mailsPath;
  }

  /** Returns the name as its makers write it. */
  String title() {
    return title;
  }

  /** Returns the path of a JSON document that no other emulator has. */
  String statusPath() {
    return statusPath;
  }

  String mailsPath() {
    return mailsPath;
  }

  /** Returns the version, or an empty text if it is not known. */
  String version(JsonObject status) {
    return switch (this) {
      case GATEHOUSE -> "";
      case MOTO -> System.getProperty(MOTO_VERSION, "");
      case LOCALSTACK, MINISTACK -> status.get("version").getAsString();
    };
  }

  /** Returns the mails in the document of {@link #mailsPath()}. */
  List<SentMail> mails(JsonObject document) {
    return switch (this) {
      case GATEHOUSE, LOCALSTACK ->
          objects(document.get("messages")).map(EmulatorKind::localStackMail).toList();
      case MINISTACK ->
          document.getAsJsonObject("messages").entrySet().stream()
              .map(Map.Entry::getValue)
              .flatMap(EmulatorKind::objects)
              .map(EmulatorKind::ministackMail)
              .toList();
      case MOTO ->
          document.has("ses")
              ? objects(document.getAsJsonObject("ses").get("Message"))
                  .map(EmulatorKind::motoMail)
                  .toList()
              : List.of();
    };
  }

  private static Stream<JsonObject> objects(JsonElement array) {
    return array.getAsJsonArray().asList().stream().map(JsonElement::getAsJsonObject);
  }

  private static SentMail localStackMail(JsonObject mail) {
    JsonObject body = mail.getAsJsonObject("Body");
    return new SentMail(
        text(mail, "Source"),
        mail.getAsJsonObject("Destination").get("ToAddresses").toString(),
        text(mail, "Subject"),
        text(body, "text_part") + text(body, "html_part"));
  }

  private static SentMail ministackMail(JsonObject mail) {
    return new SentMail(
        text(mail, "Source"),
        mail.get("To").toString(),
        text(mail, "Subject"),
        text(mail, "BodyText") + text(mail, "BodyHtml"));
  }

  /** moto keeps one part: the HTML of a mail that has it, or the plain text. */
  private static SentMail motoMail(JsonObject mail) {
    return new SentMail(
        text(mail, "source"),
        mail.getAsJsonObject("destinations").get("ToAddresses").toString(),
        text(mail, "subject"),
        text(mail, "body"));
  }

  private static String text(JsonObject in, String member) {
    return in.has(member) && !in.get(member).isJsonNull() ? in.get(member).getAsString() : "";
  }
}
