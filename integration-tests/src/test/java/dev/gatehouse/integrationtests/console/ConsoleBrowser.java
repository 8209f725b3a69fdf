package dev.gatehouse.integrationtests.console;

import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.hosted.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser with the console of an emulator. */
final class ConsoleBrowser implements AutoCloseable {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);
  private static final String AXE = read("/axe.min.js");

  private final Chromium chromium = Chromium.start();
  private final ChromeDriver driver = chromium.driver();
  private final LocalEmulator emulator;

  ConsoleBrowser(LocalEmulator emulator) {
    this.emulator = emulator;
  }

  /** Opens a page of the console by its path. */
  void open(String path) {
    driver.get(emulator.aws().resolve(path).toString());
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Shows pages in this width from now on, in a light or a dark scheme. */
  void show(int width, String scheme) {
    Map<String, Object> metrics =
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false);
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Waits for an element and returns it. */
  WebElement find(String css) {
    return new WebDriverWait(driver, TIME_LIMIT)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
  }

  /** Waits for an element with a text in it, and returns it. */
  WebElement find(String css, String text) {
    return read(
        () ->
            driver.findElements(By.cssSelector(css)).stream()
                .filter(element -> line(element).contains(text))
                .findFirst()
                .orElse(null));
  }

  /** Returns the text of an element in one line. */
  String text(String css) {
    return read(() -> line(find(css)));
  }

  /** Returns the texts of all elements that match now, each in one line. */
  List<String> texts(String css) {
    return read(
        () -> driver.findElements(By.cssSelector(css)).stream().map(ConsoleBrowser::line).toList());
  }

  /** Reads what the page shows, and again where the page changed meanwhile, until it is there. */
  private <T> T read(Supplier<@Nullable T> what) {
    return new WebDriverWait(driver, TIME_LIMIT)
        .until(
            ignored -> {
              try {
                return what.get();
              } catch (WebDriverException e) {
                if (Chromium.saysGone(e)) {
                  return null;
                }
                throw e;
              }
            });
  }

  /** Returns the text of an element, whose parts the browser may lay out in several lines. */
  private static String line(WebElement element) {
    return element.getText().replaceAll("\\s+", " ");
  }

  /** Types into the field with this label. */
  void type(String label, String text) {
    WebElement field = field(label);
    field.clear();
    field.sendKeys(text);
  }

  /** Returns the field with this label. */
  WebElement field(String label) {
    WebElement found =
        new WebDriverWait(driver, TIME_LIMIT)
            .until(
                ExpectedConditions.presenceOfElementLocated(
                    By.xpath("//label[starts-with(normalize-space(), '%s')]".formatted(label))));
    return driver.findElement(By.id(String.valueOf(found.getDomAttribute("for"))));
  }

  /** Presses a button and waits for the next page. */
  void press(String button) {
    follow(
        new WebDriverWait(driver, TIME_LIMIT)
            .until(
                ExpectedConditions.elementToBeClickable(
                    By.xpath("//button[normalize-space()='%s']".formatted(button)))));
  }

  /** Follows a link by a part of its text. */
  void follow(String css, String text) {
    follow(find(css, text));
  }

  private void follow(WebElement element) {
    WebElement page = driver.findElement(By.tagName("html"));
    element.click();
    new WebDriverWait(driver, TIME_LIMIT).until(ignored -> Chromium.isGone(page));
    find("#content");
  }

  /** Returns the violations that axe finds on the page, each with its elements. */
  String violations() {
    driver.executeScript(AXE);
    return String.valueOf(
        driver.executeAsyncScript(
            """
            const done = arguments[0];
            axe.run(document, {iframes: false}).then(found => done(found.violations
              .map(each => each.id + ": " + each.nodes.map(node => node.target + " "
                + node.failureSummary).join("; ")).join("\\n")));
            """));
  }

  /** Returns the distance of an element from the top of the window, in pixels. */
  long top(WebElement element) {
    return Math.round(
        ((Number)
                Objects.requireNonNull(
                    driver.executeScript(
                        "return arguments[0].getBoundingClientRect().top", element)))
            .doubleValue());
  }

  /** Returns a computed style of an element in the frame of the page. */
  String inFrame(String css, String property) {
    return read(
        () -> {
          driver.switchTo().frame(find("iframe"));
          try {
            return find(css).getCssValue(property);
          } finally {
            driver.switchTo().defaultContent();
          }
        });
  }

  /** Waits for an element with a text in the frame of the page, which may load, and returns it. */
  String findInFrame(String css, String text) {
    return new WebDriverWait(driver, TIME_LIMIT)
        .ignoring(WebDriverException.class)
        .until(
            ignored -> {
              driver.switchTo().frame(find("iframe"));
              try {
                String found = line(driver.findElement(By.cssSelector(css)));
                return found.contains(text) ? found : null;
              } finally {
                driver.switchTo().defaultContent();
              }
            });
  }

  /** Waits until an element in the frame of the page, which loads anew, has a computed style. */
  void awaitInFrame(String css, String property, String value) {
    new WebDriverWait(driver, TIME_LIMIT).until(ignored -> value.equals(inFrame(css, property)));
  }

  /**
   * Delays what pages load for a refresh, from the next page on: {@code loaded} is set once it is
   * there, and {@code proceed} hands it on. Returns what ends that.
   */
  Runnable holdRefreshes() {
    Object identifier =
        driver
            .executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of(
                    "source",
                    """
                    const load = window.fetch;
                    window.fetch = async address => {
                      const answer = new Response(await (await load(address)).text());
                      await new Promise(done => {
                        window.proceed = done;
                        window.loaded = true;
                      });
                      return answer;
                    };
                    """))
            .get("identifier");
    return () ->
        driver.executeCdpCommand(
            "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", identifier));
  }

  /** Waits until a script returns true. */
  void await(String script) {
    new WebDriverWait(driver, TIME_LIMIT)
        .until(ignored -> Boolean.TRUE.equals(driver.executeScript(script)));
  }

  /** Waits until the page hears of what happens in the emulator. */
  void awaitConnection() {
    find("body[data-connected]");
  }

  /** Returns whether the page is wider than the window. */
  boolean scrollsSideways() {
    return (boolean)
        Objects.requireNonNull(
            driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
  }

  private static String read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(ConsoleBrowser.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    chromium.close();
  }
}
