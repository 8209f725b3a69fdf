package dev.gatehouse.integrationtests.hosted;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium, driven by its own driver. */
public final class Chromium implements AutoCloseable {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

  private final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts Chromium without a window and without JavaScript, or skips the test. */
  static Chromium withoutScripts() {
    return start("--blink-settings=scriptEnabled=false");
  }

  /** Starts Chromium without a window and with further arguments, or skips the test. */
  public static Chromium start(String... more) {
    Optional<Path> browser = installed("chromium", "chromium-browser", "google-chrome");
    Optional<Path> driver = installed("chromedriver");
    Assumptions.assumeTrue(
        browser.isPresent() && driver.isPresent(),
        "skipped: Chromium and its driver are not installed (Debian: chromium chromium-driver)");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run");
    options.addArguments(more);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    return new Chromium(new ChromeDriver(service, options));
  }

  private static Optional<Path> installed(String... names) {
    return Stream.of(names)
        .flatMap(name -> Stream.of("/usr/bin/", "/usr/local/bin/").map(folder -> folder + name))
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens a page. */
  public void open(String address) {
    driver.get(address);
  }

  /** Types into the field with the given label. */
  void type(String label, String text) {
    WebElement field = field(label);
    field.clear();
    field.sendKeys(text);
  }

  private WebElement field(String label) {
    WebElement found = wait(By.xpath("//label[normalize-space()='%s']".formatted(label)));
    return driver.findElement(By.id(String.valueOf(found.getDomAttribute("for"))));
  }

  /** Presses the button with the given text and waits for the next page. */
  void press(String button) {
    follow(wait(By.xpath("//button[normalize-space()='%s']".formatted(button))));
  }

  void link(String text) {
    follow(wait(By.linkText(text)));
  }

  private void follow(WebElement element) {
    element.click();
    new WebDriverWait(driver, TIME_LIMIT).until(ignored -> isGone(element));
  }

  /** Returns whether the page of the element is gone. */
  public static boolean isGone(WebElement element) {
    try {
      boolean unused = element.isEnabled();
      return false;
    } catch (WebDriverException e) {
      if (saysGone(e)) {
        return true;
      }
      throw e;
    }
  }

  /** Returns whether the driver says that an element is gone, which it does in two ways. */
  public static boolean saysGone(WebDriverException e) {
    // While one page takes the place of another, in place of a stale element reference.
    return e instanceof StaleElementReferenceException
        || String.valueOf(e.getMessage()).contains("does not belong to the document");
  }

  /** Returns the text of the page. */
  public String text() {
    return wait(By.tagName("body")).getText();
  }

  /**
   * Returns the result of a script that ends with a call of its last argument.
   *
   * @param given the first arguments of the script
   */
  public String run(String script, Object... given) {
    driver.manage().timeouts().scriptTimeout(TIME_LIMIT);
    return String.valueOf(driver.executeAsyncScript(script, given));
  }

  /** Returns the heading of the page. */
  String heading() {
    return wait(By.tagName("h1")).getText();
  }

  /** Returns the error message of the page. */
  String problem() {
    return wait(By.cssSelector("[role=alert]")).getText();
  }

  String notice() {
    return wait(By.cssSelector("[role=status]")).getText();
  }

  /** Waits until the URL begins with the given one, and returns it. */
  String awaitUrl(String address) {
    new WebDriverWait(driver, TIME_LIMIT)
        .until(ignored -> String.valueOf(driver.getCurrentUrl()).startsWith(address));
    return String.valueOf(driver.getCurrentUrl());
  }

  private WebElement wait(By what) {
    return new WebDriverWait(driver, TIME_LIMIT)
        .until(ExpectedConditions.presenceOfElementLocated(what));
  }

  /** Returns the driver. */
  public ChromeDriver driver() {
    return driver;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
