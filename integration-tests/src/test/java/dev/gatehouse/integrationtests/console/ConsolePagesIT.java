package dev.gatehouse.integrationtests.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Every page of the console. */
@Tag("extended")
class ConsolePagesIT extends ConsoleFixture {
  @ParameterizedTest
  @CsvSource({"360, dark", "1280, light"})
  void everyPageIsAccessible(int width, String scheme) {
    assertPagesAreAccessible(width, scheme);
  }

  @ParameterizedTest
  @CsvSource({"360, light", "1280, dark"})
  @Tag("nightly")
  void everyPageIsAccessibleInTheOtherWidthAndSchemeToo(int width, String scheme) {
    assertPagesAreAccessible(width, scheme);
  }

  private void assertPagesAreAccessible(int width, String scheme) {
    String userPage = signUp();
    control.send("POST", "users/%s/confirm".formatted(user.email()), "");
    api.signUp(new SignUpUser("jane..doe@example.com", "Correct-horse-9"));
    List<String> pages =
        List.of(
            "/",
            "/?search=nothing",
            "/_gatehouse/console/mails/" + id(control.get("mails"), "mails"),
            "/_gatehouse/console/users",
            userPage,
            "/_gatehouse/console/requests",
            "/_gatehouse/console/aws-requests",
            "/_gatehouse/console/requests/" + id(control.get("requests"), "requests"),
            "/_gatehouse/console/calls",
            "/_gatehouse/console/calls/" + id(control.get("calls"), "calls"),
            "/_gatehouse/console/logs",
            "/_gatehouse/console/tokens",
            "/_gatehouse/console/faults",
            "/_gatehouse/console/mail-texts?language=ar&mail=AdminCreateUser");
    browser.show(width, scheme);
    for (String page : pages) {
      browser.open(page);
      assertThat(browser.violations()).as(page).isEmpty();
      assertThat(browser.scrollsSideways()).as(page).isFalse();
    }
  }

  @Test
  void newMailComesFirstAndMovesNeitherFocusNorScroll() {
    for (int i = 0; i < 60; i++) {
      control.mail("jane@example.com", "Old mail " + i, "<p>text</p>");
    }
    browser.open("/");
    browser.awaitConnection();
    assertThat(browser.texts("[data-live] li")).hasSize(50);
    assertThat(browser.driver().getPageSource()).hasSizeLessThan(200_000);
    WebElement read = browser.find("[data-live] li:nth-child(20) a");
    browser.driver().executeScript("arguments[0].focus(); arguments[0].scrollIntoView()", read);
    long top = browser.top(read);

    control.mail("joe@example.com", "The new mail", "<p>Your code is 471199</p>");

    assertThat(browser.find("[data-live] li", "The new mail").getText()).contains("471199");
    assertThat(browser.texts("[data-live] li").getFirst()).contains("The new mail");
    assertThat(browser.texts("[data-live] li")).hasSize(50);
    assertThat(browser.driver().switchTo().activeElement()).isEqualTo(read);
    assertThat(browser.top(read)).isEqualTo(top);
  }

  @Test
  void newMailKeepsTheSelectedText() {
    control.mail("jane@example.com", "Selected subject", "<p>text</p>");
    browser.open("/");
    browser.awaitConnection();
    WebElement row = browser.find("[data-live] li", "Selected subject");
    String select =
        """
        const range = document.createRange();
        range.selectNodeContents(arguments[0]);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return String(getSelection());
        """;
    Object selected = browser.driver().executeScript(select, row);
    assertThat(String.valueOf(selected)).contains("Selected subject");

    // More than a list has, so that the row would be removed if nobody used it.
    for (int i = 0; i < 55; i++) {
      control.mail("joe@example.com", "Later " + i, "<p>text</p>");
    }

    browser.find("[data-live] li", "Later 54");
    assertThat(browser.driver().executeScript("return String(getSelection())")).isEqualTo(selected);
  }

  @Test
  void mailThatArrivesWhileThePageIsRefreshedStays() {
    control.mail("jane@example.com", "Before the refresh", "<p>text</p>");
    Runnable unhold = browser.holdRefreshes();
    try {
      browser.open("/");
      browser.await("return window.loaded");
      control.mail("joe@example.com", "During the refresh", "<p>text</p>");
      WebElement old = browser.find("[data-live] li", "Before the refresh");
      assertThat(browser.find("[data-live] li", "During the refresh").isDisplayed()).isTrue();

      // The refresh is over when it has brought this row back.
      browser.driver().executeScript("arguments[0].remove(); window.proceed()", old);
      browser.find("[data-live] li", "Before the refresh");
    } finally {
      unhold.run();
    }
    assertThat(browser.texts("[data-live] li").getFirst()).contains("During the refresh");
  }

  @Test
  void mailsAreSearchedPagedAndCleared() {
    for (int i = 0; i < 55; i++) {
      control.mail("joe" + i + "@example.com", "Many " + i, "<p>needle in text " + i + "</p>");
    }
    browser.open("/?search=many");
    browser.follow(".pages a", "Older");
    assertThat(browser.texts(".rows li")).hasSize(5).last().asString().contains("Many 0");
    browser.type("Search", "joe7@example.com");
    browser.press("Search");
    assertThat(browser.texts(".rows li")).singleElement().asString().contains("Many 7");
    browser.type("Search", "Needle in text 54");
    browser.press("Search");
    assertThat(browser.texts(".rows li")).singleElement().asString().contains("Many 54");
    browser.follow("a", "Show all");
    browser.find(".danger summary").click();
    browser.press("Delete all mails");
    assertThat(browser.text(".empty")).isEqualTo("No mails. A sign-up sends one.");
  }

  @Test
  void mailIsShownAsHtmlTextAndSourceInBothSchemesAndWidths() {
    control.mail(
        "joe@example.com",
        "Styled",
        "<style>p { color: rgb(1, 2, 3) } @media (prefers-color-scheme: dark)"
            + " { p { color: rgb(9, 8, 7) } }</style><p>Your code is 471199</p>"
            + "<script>document.body.textContent = 'executed'</script>");
    browser.open("/");
    browser.follow(".rows a", "Styled");
    assertThat(browser.inFrame("p", "color")).isEqualTo("rgba(1, 2, 3, 1)");
    int wide = browser.find("iframe").getSize().width;
    browser.find("[name=scheme][value=dark]").click();
    browser.awaitInFrame("p", "color", "rgba(9, 8, 7, 1)");
    browser.find("[name=width][value=narrow]").click();
    assertThat(browser.find("iframe").getSize().width).isEqualTo(375).isLessThan(wide);
    browser.find("label[for=part-text]").click();
    assertThat(browser.text("#mail-text")).isEqualTo("Your code is 471199");
    browser.find("label[for=part-source]").click();
    assertThat(browser.text("#mail-source"))
        .contains("To: joe@example.com", "Subject: Styled", "Content-Type: text/html");
  }

  @Test
  void codeIsCopiedFromTheListAndFromTheMail() {
    control.mail("joe@example.com", "Copy me", "<p>Your code is 471199</p>");
    browser.open("/");
    browser
        .driver()
        .executeCdpCommand(
            "Browser.grantPermissions",
            Map.of(
                "permissions",
                List.of("clipboardReadWrite", "clipboardSanitizedWrite"),
                "origin",
                emulator.aws().toString()));
    browser.find(".rows li .copy", "471199").click();
    browser.find("#announcer", "");
    browser.find(".copy", "Copied");
    assertThat(
            String.valueOf(
                browser
                    .driver()
                    .executeAsyncScript(
                        "navigator.clipboard.readText().then(arguments[0], arguments[0])")))
        .isEqualTo("471199");
  }

  @Test
  void logGrowsWhileThePageIsOpenNewestFirst() {
    browser.open("/_gatehouse/console/logs?function=" + emulator.function("pre-sign-up"));
    browser.awaitConnection();
    signUp();
    assertThat(browser.find("#lines p", "REPORT RequestId").getText()).contains("pre-sign-up");
    assertThat(String.join("\n", browser.texts("#lines p")))
        .containsSubsequence("REPORT RequestId", "START RequestId");
  }

  @Test
  void usersAppearWhileThePageIsOpen() {
    browser.open("/_gatehouse/console/users");
    signUp();
    browser.find("tbody tr", user.email());
    control.send("POST", "users/%s/confirm".formatted(user.email()), "");
    assertThat(browser.find("tbody tr", "CONFIRMED").getText()).contains(user.email());
    browser.type("Search", user.email());
    browser.field("Search").sendKeys(Keys.ENTER);
    assertThat(browser.text("tbody tr")).contains(user.email(), "row");
  }

  @Test
  void mailFollowsItsFilesWhileTheyAreEdited() {
    browser.open("/_gatehouse/console/mail-texts?language=ar&mail=SignUp");
    assertThat(browser.text("#mistakes")).isEqualTo("No mistakes.");
    assertThat(browser.inFrame("html", "direction")).isEqualTo("rtl");
    browser.open("/_gatehouse/console/mail-texts");
    browser.find("[name=scheme][value=dark]").click();
    browser.awaitConnection();

    texts.edit("en/sign-up.properties", "Your {product} verification code", "The {product} code");
    assertThat(browser.find("#subject-title", "The Gatehouse code").isDisplayed()).isTrue();

    texts.edit("en/sign-up.properties", "Confirm your email address", "Only one step more");
    assertThat(browser.findInFrame("body", "Only one step more")).contains("402913");
    assertThat(browser.find("iframe").getDomProperty("src")).contains("scheme=dark");

    texts.edit("en/sign-up.properties", "subject:", "subjekt:");
    browser.find("#mistakes li", "en/sign-up.properties:1: subject is missing");
    browser.find("#subject-title", "No mail");
    texts.edit("en/sign-up.properties", "subjekt:", "subject:");
    browser.find("#mistakes li", "No mistakes.");

    texts.add("nl", "en");
    browser.open("/_gatehouse/console/mail-texts?language=nl");
    assertThat(browser.text("#language option[selected]")).isEqualTo("nl");
    browser.awaitConnection();
    texts.edit("nl/sign-up.properties", "Confirm your email address", "Nog een stap");
    browser.findInFrame("body", "Nog een stap");
  }

  @Test
  @SuppressWarnings("try") // it is the test that the emulator stops
  void pageSaysThatTheEmulatorHasStopped() {
    try (LocalEmulator other = LocalEmulator.start();
        ConsoleBrowser there = new ConsoleBrowser(other)) {
      there.open("/");
      assertThat(there.text("#stopped")).isEmpty();
      there.awaitConnection();
      other.close();
      there.find("#stopped", "The emulator has stopped.");
    }
  }
}
