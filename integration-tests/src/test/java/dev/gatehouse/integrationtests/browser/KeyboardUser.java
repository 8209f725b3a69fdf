package dev.gatehouse.integrationtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.hosted.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A user with a keyboard only, who moves by Tab from where the focus is. */
final class KeyboardUser {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
  private static final int MAX_TABS = 40;
  private static final String AXE = axe();
  private static final String OVERFLOW =
      "const page = document.documentElement; return page.scrollWidth - page.clientWidth;";

  private final ChromeDriver driver;

  KeyboardUser(Chromium browser) {
    this.driver = browser.driver();
  }

  /** Opens a page. */
  void open(String address) {
    driver.get(address);
  }

  /** Types into the field with this label, in place of what it has. */
  void type(String label, String text) {
    focus(label).sendKeys(Keys.chord(Keys.CONTROL, "a"), text.isEmpty() ? Keys.DELETE : text);
  }

  /** Chooses a file, as the dialog of the browser would, in the field with this label. */
  void choose(String label, Path file) {
    focus(label).sendKeys(file.toAbsolutePath().toString());
  }

  /** Waits until the page shows the picture with this alternative text. */
  void awaitPicture(String alternative) {
    await(
        alternative,
        () ->
            Boolean.TRUE.equals(
                driver.executeScript(
                    "const image = document.querySelector('img[alt=\"' + arguments[0] + '\"]');"
                        + " return image.checkVisibility() && image.naturalWidth > 0;",
                    alternative)));
  }

  /** Presses the button, or follows the link, with this name. */
  void press(String name) {
    focus(name).sendKeys(Keys.ENTER);
  }

  /** Moves the focus forward to the element with this accessible name. */
  private WebElement focus(String name) {
    for (int tabs = 0; tabs < MAX_TABS; tabs++) {
      // Of the keyboard itself: keys that are sent to a field for files are the path of one.
      new Actions(driver).sendKeys(Keys.TAB).perform();
      WebElement active = driver.switchTo().activeElement();
      if (name.equals(active.getAccessibleName())) {
        return active;
      }
    }
    throw new AssertionError("Tab reaches no " + name + " on " + text());
  }

  /** Waits until the page has this heading. */
  void awaitHeading(String heading) {
    await("the heading " + heading, () -> headings().contains(heading));
  }

  /** Waits until the page contains a text. */
  void awaitText(String text) {
    await(text, () -> text().contains(text));
  }

  private void await(String what, BooleanSupplier condition) {
    new WebDriverWait(driver, TIME_LIMIT)
        .withMessage(() -> what + " is missing on " + driver.getCurrentUrl() + ": " + text())
        .ignoring(WebDriverException.class)
        .until(ignored -> condition.getAsBoolean());
  }

  private List<String> headings() {
    return driver.findElements(By.tagName("h1")).stream().map(WebElement::getText).toList();
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  String url() {
    return String.valueOf(driver.getCurrentUrl());
  }

  /** Asserts that the page is accessible, light and dark, on a phone and on a desktop. */
  void assertAccessible() {
    for (String scheme : List.of("light", "dark")) {
      driver.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
      for (int width : List.of(360, 1280)) {
        driver.executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        assertThat(violations()).as("%s, %d pixels, %s", scheme, width, url()).isEmpty();
        assertThat(driver.executeScript(OVERFLOW))
            .as("pixels beyond %d of %s", width, url())
            .isEqualTo(0L);
      }
    }
  }

  private String violations() {
    driver.executeScript(AXE);
    return String.valueOf(
        driver.executeAsyncScript(
            """
            axe.run().then(found => arguments[0](found.violations
              .map(each => each.id + ': ' + each.nodes.map(node => node.html + ' '
                + node.failureSummary).join('; ')).join('\\n')));
            """));
  }

  private static String axe() {
    try (InputStream in =
        Objects.requireNonNull(KeyboardUser.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
