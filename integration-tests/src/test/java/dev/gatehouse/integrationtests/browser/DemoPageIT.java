package dev.gatehouse.integrationtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import dev.gatehouse.integrationtests.hosted.Chromium;
import dev.gatehouse.integrationtests.pictures.Photos;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo page by keyboard, with its own forms and with Cognito's hosted pages. */
@Tag("extended")
class DemoPageIT {
  private static final String FILE = "JPEG, PNG or WebP file of at most 2 MB";
  private static final String NEW_PASSWORD = "Another-horse-8";

  @TempDir private Path folder = Path.of("");

  private final SignUpUser person = SignUpUser.create();

  @Test
  void userSignsUpConfirmsAndSignsInWithAForgottenPassword() throws IOException {
    ModifiedPlan plan = ModifiedPlan.copy();
    try (LocalEmulator emulator = start(plan, 0);
        Chromium browser = Chromium.start()) {
      KeyboardUser user = new KeyboardUser(browser);
      Inbox inbox = new Inbox(emulator);
      user.open(emulator.info("demoUrl"));

      user.awaitHeading("Sign in");
      user.assertAccessible();
      signUp(user);
      user.type("Code from the mail", "000000");
      user.press("Confirm");
      user.awaitText("The code is wrong or has expired");
      user.assertAccessible();
      user.type("Code from the mail", inbox.codeFor(person));
      user.press("Confirm");
      assertSignedIn(user);
      changeProfile(user);

      user.open(emulator.info("demoUrl"));
      assertSignedIn(user);
      user.press("Sign out");
      user.awaitText("You are signed out.");
      resetPassword(user, inbox);
      signIn(user, person.password());
      user.awaitText("Incorrect username or password.");
      signIn(user, NEW_PASSWORD);
      assertSignedIn(user);
    }
  }

  private void signUp(KeyboardUser user) {
    user.press("Create an account");
    user.awaitHeading("Create an account");
    user.assertAccessible();
    user.type("Email address", "jane..doe@example.com");
    user.type("Password", person.password());
    user.press("Create the account");
    user.awaitText("Enter a valid email address");
    user.type("Email address", person.email());
    user.press("Create the account");
    user.awaitHeading("Confirm your address");
    user.awaitText("A code is on its way to " + person.email());
    user.assertAccessible();
  }

  private void resetPassword(KeyboardUser user, Inbox inbox) {
    user.press("Forgot your password?");
    user.awaitHeading("Forgot your password?");
    user.assertAccessible();
    user.type("Email address", person.email());
    user.press("Send a code");
    user.awaitHeading("Choose a new password");
    user.assertAccessible();
    user.type("Code from the mail", Inbox.code(inbox.awaitMail(person, 2)));
    user.type("New password", NEW_PASSWORD);
    user.press("Set the password");
    user.awaitText("Your password is set. Sign in with it.");
  }

  private void signIn(KeyboardUser user, String password) {
    user.type("Email address", person.email());
    user.type("Password", password);
    user.press("Sign in");
  }

  @Test
  void userSignsInAtTheHostedPages() throws IOException {
    int port = freePort();
    String page = "http://localhost:" + port;
    ModifiedPlan plan = ModifiedPlan.copyOf("hosted");
    JsonObject client = plan.inputs("aws:cognito/userPoolClient:UserPoolClient", "app-client");
    client.add("callbackUrls", list(page + "/signed-in"));
    client.add("logoutUrls", list(page + "/signed-out"));
    try (LocalEmulator emulator = start(plan, port);
        Chromium browser = Chromium.start()) {
      KeyboardUser user = new KeyboardUser(browser);
      user.open(page);

      user.awaitHeading("Sign in");
      user.assertAccessible();
      user.press("Sign in at the hosted pages");
      user.awaitText("Create an account");
      user.press("Create an account");
      user.awaitHeading("Create an account");
      user.type("E-mail address", person.email());
      user.type("New password", person.password());
      user.press("Sign up");
      user.awaitHeading("Confirm your address");
      user.type("Code from the mail", new Inbox(emulator).codeFor(person));
      user.press("Confirm");

      assertSignedIn(user);
      assertThat(user.url()).isEqualTo(page + "/signed-in");
      changeProfile(user);
      user.press("Sign out");
      user.awaitText("You are signed out.");
      assertThat(user.url()).isEqualTo(page + "/signed-out");
      user.assertAccessible();
      user.press("Sign in at the hosted pages");
      user.awaitText("Forgot your password?");
    }
  }

  @Test
  void codeThatTheTabDidNotAskForIsNotRedeemed() throws IOException {
    int port = freePort();
    String page = "http://localhost:" + port;
    ModifiedPlan plan = ModifiedPlan.copyOf("hosted");
    plan.inputs("aws:cognito/userPoolClient:UserPoolClient", "app-client")
        .add("callbackUrls", list(page + "/signed-in"));
    try (LocalEmulator emulator = start(plan, port);
        Chromium browser = Chromium.start()) {
      KeyboardUser user = new KeyboardUser(browser);

      user.open(page + "/signed-in?code=stolen&state=other");

      assertThat(emulator.info("demoUrl")).isEqualTo(page + "/");
      user.awaitText("This tab did not ask for the code in its address.");
      assertThat(user.url()).isEqualTo(page + "/signed-in");
    }
  }

  @Test
  void userUploadsAPictureAndDeletesIt() throws IOException {
    try (LocalEmulator emulator = start(ModifiedPlan.copyOf("pictures"), 0);
        Chromium browser = Chromium.start()) {
      KeyboardUser user = new KeyboardUser(browser);
      user.open(emulator.info("demoUrl"));
      signUp(user);
      user.type("Code from the mail", new Inbox(emulator).codeFor(person));
      user.press("Confirm");
      assertSignedIn(user);

      user.choose(FILE, Files.write(folder.resolve("photo.png"), Photos.of("png", 300, 200)));
      user.press("Upload");
      user.awaitText("This is your picture now.");
      user.awaitPicture("Your profile picture");
      user.assertAccessible();
      user.choose(FILE, Files.writeString(folder.resolve("page.png"), "<html>"));
      user.press("Upload");
      user.awaitText("This is no JPEG, PNG or WebP file.");
      user.awaitPicture("Your profile picture");
      user.press("Delete the picture");
      user.awaitText("The picture is deleted.");
    }
  }

  private void assertSignedIn(KeyboardUser user) {
    user.awaitHeading("You are signed in");
    user.awaitText(person.email());
    assertThat(user.text()).contains("Claims of the access token", "token_use", "confirmedAt");
    user.assertAccessible();
  }

  private static void changeProfile(KeyboardUser user) {
    user.type("Given name", "Jané");
    user.type("Language of your mails, such as es", "not a language");
    user.press("Save");
    user.awaitText("locale ");
    user.type("Given name", "Jané");
    user.type("Language of your mails, such as es", "es");
    user.press("Save");
    user.awaitText("Saved.");
    assertThat(user.text()).contains("Jané");
    user.assertAccessible();
  }

  private LocalEmulator start(ModifiedPlan plan, int demoPort) throws IOException {
    plan.variables("api").addProperty("CORS_ORIGINS", "http://localhost:*");
    Path file = Files.writeString(folder.resolve("plan.json"), plan.plan().toString());
    return LocalEmulator.start(
        "--plan", file.toString(), "--demo-port", Integer.toString(demoPort));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static JsonArray list(String address) {
    JsonArray list = new JsonArray();
    list.add(address);
    return list;
  }
}
