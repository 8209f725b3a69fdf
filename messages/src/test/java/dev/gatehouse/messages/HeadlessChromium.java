package dev.gatehouse.messages;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium without a window, one process for each page. */
record HeadlessChromium(Path executable, Path folder) {

  /** Returns the Chromium on the PATH, which logs into a folder. */
  static Optional<HeadlessChromium> installed(Path folder) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .flatMap(
            directory ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(Path.of(directory)::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .map(executable -> new HeadlessChromium(executable, folder));
  }

  /** Saves a picture of a page. */
  void screenshot(Path page, Path png, int width, int height, boolean dark)
      throws IOException, InterruptedException {
    run(
        page,
        dark,
        folder.resolve("chromium.out"),
        "--force-device-scale-factor=1",
        "--window-size=" + width + "," + height,
        "--screenshot=" + png.toAbsolutePath());
  }

  /** Returns the document of a page after its scripts have run. */
  String documentAfterScripts(Path page, boolean dark) throws IOException, InterruptedException {
    Path document = folder.resolve("document.html");
    run(page, dark, document, "--virtual-time-budget=20000", "--dump-dom");
    return Files.readString(document);
  }

  private void run(Path page, boolean dark, Path output, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.addAll(List.of("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"));
    command.add("--blink-settings=preferredColorScheme=" + (dark ? 0 : 1));
    command.addAll(List.of(options));
    command.add(page.toUri().toString());
    Process browser =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("chromium.log").toFile())
            .start();
    if (!browser.waitFor(60, TimeUnit.SECONDS)) {
      browser.destroyForcibly();
      throw new AssertionError("Chromium did not end within a minute");
    }
  }
}
