package dev.gatehouse.integrationtests.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.RecordedStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The way of text that people read from the stack's settings through the program and the
 * environment of a function's process to the source of the mail, whatever the shell's locale is.
 */
@Tag("extended")
class TextInMailsIT {
  private static final String PRODUCT = "Café \"Ñandú\", 日本 & Söhne's 😀";
  private static final String COMPANY = "Straße 1, 10115 Berlin, Deutschland – \"EG\"";
  private static final String SENDER = "Café, 日本 \"Ñ\"";
  private static final Map<String, String> SETTINGS =
      Map.of(
          "productName", PRODUCT,
          "companyAddress", COMPANY,
          "supportAddress", "hilfe@bücher.example",
          "replyTo", "antwort@bücher.example",
          "productUrl", "https://app.example.com",
          "from", "\"Café, 日本 \\\"Ñ\\\"\" <no-reply@gatehouse.test>");

  @TempDir private Path repository;

  @ParameterizedTest
  @CsvSource({"C, ''", "de_DE.ISO-8859-1, lambda"})
  void textArrivesUnderEveryLocale(String locale, String variant) throws Exception {
    try (LocalEmulator emulator = RecordedStack.of(repository, locale, SETTINGS).start(variant)) {
      SignUpUser user = SignUpUser.create();
      new AwsAccount(emulator).signUp(user, signUp -> {});
      JsonObject mail = new Inbox(emulator).awaitMail(user, 1);
      assertText(emulator, mail);
      if (!variant.isEmpty()) {
        assertThat(mail.getAsJsonObject("Body").get("text_part").getAsString())
            .contains("\n" + COMPANY + "\n", "hilfe@xn--bcher-kva.example", PRODUCT);
      }
    }
  }

  private static void assertText(LocalEmulator emulator, JsonObject mail) throws IOException {
    MailSource source =
        new MailSource(
            LocalEmulator.get(
                emulator
                    .aws()
                    .resolve("/_gatehouse/mails/" + mail.get("Id").getAsString() + "/source")));
    assertThat(source.header("From")).isEqualTo(SENDER + " <no-reply@gatehouse.test>");
    assertThat(source.header("Reply-To")).isEqualTo("antwort@xn--bcher-kva.example");
    assertThat(source.header("Subject")).isEqualTo("Your " + PRODUCT + " verification code");
    assertThat(source.text())
        .contains("href=\"https://app.example.com/confirm?code=" + Inbox.code(mail) + "\"")
        .contains("Café &quot;Ñandú&quot;, 日本 &amp; Söhne&#x27;s 😀</td>")
        .contains("Write to hilfe@xn--bcher-kva.example.<br>Straße 1, 10115 Berlin");
  }
}
