package dev.gatehouse.benchmarks.start.report;

import java.util.List;
import java.util.Locale;

/** A bar chart as SVG. */
public final class BarChart {
  private static final int WIDTH = 860;
  private static final int LABEL = 240;
  private static final int ROW = 22;
  private static final int TOP = 40;
  private static final int VALUE = 60;

  private BarChart() {}

  /** A bar, highlighted or not. */
  public record Bar(String label, double value, boolean highlighted) {}

  /** Returns the SVG text. */
  public static String of(String title, List<Bar> bars) {
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    StringBuilder svg = new StringBuilder();
    int height = TOP + ROW * bars.size() + 10;
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" role="img">
            <title>%s</title>
            <rect width="100%%" height="100%%" fill="#ffffff"/>
            <g font-family="sans-serif" font-size="12" fill="#222222">
            <text x="10" y="22" font-size="14">%s</text>
            """,
            WIDTH,
            height,
            title,
            title));
    for (int i = 0; i < bars.size(); i++) {
      svg.append(row(bars.get(i), TOP + ROW * i, most));
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static String row(Bar bar, int y, double most) {
    double length = Math.max(1, (WIDTH - LABEL - VALUE) * bar.value() / most);
    return String.format(
        Locale.ROOT,
        """
        <text x="%d" y="%d" text-anchor="end">%s</text>
        <rect x="%d" y="%d" width="%.0f" height="14" fill="%s"/>
        <text x="%.0f" y="%d">%.0f</text>
        """,
        LABEL - 10,
        y + 12,
        bar.label(),
        LABEL,
        y,
        length,
        bar.highlighted() ? "#2e8b57" : "#4a6fa5",
        LABEL + length + 6,
        y + 12,
        bar.value());
  }
}
