package dev.gatehouse.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The findings of axe-core in the frames of one page, since each start of a browser takes long. */
final class AxeReport {
  private static final Pattern REPORT = Pattern.compile("<pre>([^<]*)</pre>");

  /** Collects the findings of the frames, a line each. */
  private static final String COLLECT =
      "<!doctype html><meta charset=utf-8><meta name=color-scheme content=\"light dark\"><pre></pre>"
          + "<script>onmessage = m => document.querySelector('pre').append(m.data + '\\n')</script>";

  private static final String RUN =
      """
      <script src="axe.min.js"></script><script>
      axe.run().then(r => r.violations.length + ' violations'
          + r.violations.map(v => ', ' + v.id + ' at ' + v.nodes.map(n => n.target).join(' ')).join(''))
        .catch(e => 'failed: ' + e).then(text => parent.postMessage('%s: ' + text, '*'));
      </script></body>""";

  private AxeReport() {}

  /** Writes a page with a frame for each document by name; its scripts are beside it. */
  static Path write(Path page, Map<String, String> documents) throws IOException {
    try (InputStream axe = AxeReport.class.getResourceAsStream("/axe.min.js")) {
      Files.write(page.resolveSibling("axe.min.js"), requireNonNull(axe).readAllBytes());
    }
    StringBuilder frames = new StringBuilder(COLLECT);
    documents.forEach(
        (name, html) ->
            frames.append(
                "<iframe width=600 height=900 srcdoc=\"%s\"></iframe>\n"
                    .formatted(
                        html.replace("</body>", RUN.formatted(name))
                            .replace("&", "&amp;")
                            .replace("\"", "&quot;"))));
    return Files.write(page, frames.toString().getBytes(UTF_8));
  }

  /** Returns a line for each document, {@code sign-up: 0 violations} for one without any. */
  static List<String> of(String page) {
    Matcher report = REPORT.matcher(page);
    return report.find() ? report.group(1).lines().toList() : List.of();
  }
}
