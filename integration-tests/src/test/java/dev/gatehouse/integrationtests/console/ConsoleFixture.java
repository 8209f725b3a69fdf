package dev.gatehouse.integrationtests.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A browser with the console of an emulator of its own, whose clock moves. */
@Tag("extended")
abstract class ConsoleFixture {
  private static LocalEmulator started;

  /** A copy of the texts of the mails, to be edited. */
  static MailTextsCopy texts;

  LocalEmulator emulator;
  ConsoleBrowser browser;
  ControlClient control;
  ApiClient api;
  final SignUpUser user = SignUpUser.create();

  @BeforeAll
  static void startTheEmulator() {
    texts = MailTextsCopy.create();
    started = LocalEmulator.start("--languages", texts.directory().toString());
  }

  @AfterAll
  static void stopTheEmulator() {
    started.close();
  }

  @BeforeEach
  void openTheBrowser() {
    emulator = started;
    browser = new ConsoleBrowser(emulator);
    control = new ControlClient(emulator);
    api = new ApiClient(emulator);
  }

  @AfterEach
  void closeTheBrowser() {
    browser.close();
  }

  /** A test that failed with a fault switched on would fail all that follow. */
  @AfterEach
  void switchEveryFaultOff() {
    control.send("DELETE", "faults", "");
  }

  /** Signs the user up and returns the path of the user's page. */
  String signUp() {
    assertThat(api.signUp(user).status()).isEqualTo(202);
    return "/_gatehouse/console/users/" + user.email();
  }

  /** Returns the code in the newest mail to the user. */
  String code() {
    return control.get("mails/latest?to=" + user.email()).json().get("code").getAsString();
  }

  /** Returns the id of the first item of a list. */
  static String id(TextResponse list, String name) {
    return list.json().getAsJsonArray(name).get(0).getAsJsonObject().get("id").getAsString();
  }
}
