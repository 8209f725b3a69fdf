package dev.gatehouse.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The findings of axe-core in a page that runs its script. */
final class AxeReport {
  private static final Pattern REPORT = Pattern.compile("data-axe=\"([^\"]*)\"");

  /** Writes the findings into an attribute of the document. */
  private static final String RUN =
      "axe.run().then(r => document.documentElement.dataset.axe = r.violations.length"
          + " + ' violations' + r.violations.map(v => ', ' + v.id + ' at '"
          + " + v.nodes.map(n => n.target).join(' ')).join(''))"
          + ".catch(e => document.documentElement.dataset.axe = 'failed: ' + e);";

  private AxeReport() {}

  /** Returns the end of a page that runs axe. */
  static String script() throws IOException {
    try (InputStream axe = AxeReport.class.getResourceAsStream("/axe.min.js")) {
      String text = new String(requireNonNull(axe).readAllBytes(), UTF_8);
      return "<script>" + text + "</script><script>" + RUN + "</script></body>";
    }
  }

  /** Returns the findings, {@code 0 violations} for none. */
  static String of(String document) {
    Matcher report = REPORT.matcher(document);
    return report.find() ? report.group(1) : "no report";
  }
}
