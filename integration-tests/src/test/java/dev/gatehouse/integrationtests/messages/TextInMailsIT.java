package dev.gatehouse.integrationtests.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The way of text that people read from the plan through the environment of a function's process to
 * the mail, whatever the locale of the shell is.
 */
@Tag("extended")
class TextInMailsIT {
  private static final String PRODUCT = "Café \"Ñandú\", 日本 & Söhne's 😀";
  private static final String COMPANY = "Straße 1, 10115 Berlin, Deutschland – \"EG\"";
  private static final String SENDER = "=?UTF-8?Q?Caf=C3=A9=2C?= =?UTF-8?B?5pel5pys?=";
  private static final String SUPPORT = "help@xn--bcher-kva.example";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"C, cognito", "fa_IR, cognito", "C, lambda", "de_DE.ISO-8859-1, lambda"})
  void textArrivesUnderEveryLocale(String locale, String sender) throws IOException {
    boolean byFunction = sender.equals("lambda");
    ModifiedPlan plan = byFunction ? ModifiedPlan.copyOf("lambda") : ModifiedPlan.copy();
    String from = SENDER + " <no-reply@gatehouse.test>";
    JsonObject variables = plan.variables(byFunction ? "custom-email-sender" : "custom-message");
    variables.addProperty("PRODUCT_NAME", PRODUCT);
    variables.addProperty("COMPANY_ADDRESS", COMPANY);
    variables.addProperty("SUPPORT_ADDRESS", SUPPORT);
    variables.addProperty("PRODUCT_URL", "https://app.example.com");
    if (byFunction) {
      variables.addProperty("FROM_ADDRESS", from);
    } else {
      plan.inputs("aws:cognito/userPool:UserPool", "user-pool")
          .getAsJsonObject("emailConfiguration")
          .addProperty("fromEmailAddress", from);
    }
    try (LocalEmulator emulator = plan.startUnder(locale, folder)) {
      SignUpUser user = SignUpUser.create();
      new AwsAccount(emulator).signUp(user, signUp -> {});
      assertText(new Inbox(emulator).awaitMail(user, 1), from);
    }
  }

  private static void assertText(JsonObject mail, String from) {
    assertThat(mail.get("Source").getAsString()).isEqualTo(from);
    assertThat(mail.get("Subject").getAsString())
        .isEqualTo("Your " + PRODUCT + " verification code");
    assertThat(Inbox.html(mail))
        .contains("href=\"https://app.example.com/confirm?code=" + Inbox.code(mail) + "\"")
        .contains("Café &quot;Ñandú&quot;, 日本 &amp; Söhne&#x27;s 😀</td>")
        .contains("Write to help@xn--bcher-kva.example.<br>Straße 1, 10115 Berlin");
  }
}
