package dev.gatehouse.local.inspect;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The visible text of HTML, with a line for each block. */
final class HtmlText {

  private static final Set<String> WITHOUT_TEXT = Set.of("head", "style", "script", "title");
  private static final Set<String> CELLS = Set.of("td", "th");

  private HtmlText() {}

  /** Returns the text. */
  static String of(String html) {
    StringBuilder text = new StringBuilder();
    Jsoup.parse(html)
        .filter(
            new NodeFilter() {
              @Override
              public FilterResult head(Node node, int depth) {
                if (node instanceof Element element && isHidden(element)) {
                  return FilterResult.SKIP_ENTIRELY;
                }
                append(node, text);
                return FilterResult.CONTINUE;
              }

              @Override
              public FilterResult tail(Node node, int depth) {
                if (node instanceof Element element && isBlock(element)) {
                  text.append('\n');
                }
                return FilterResult.CONTINUE;
              }
            });
    return tidy(text.toString());
  }

  private static void append(Node node, StringBuilder text) {
    if (node instanceof TextNode words) {
      text.append(words.text());
    } else if (node instanceof Element element
        && (isBlock(element) || element.normalName().equals("br"))) {
      text.append('\n');
    }
  }

  private static boolean isBlock(Element element) {
    return element.isBlock() && !CELLS.contains(element.normalName());
  }

  private static boolean isHidden(Element element) {
    return WITHOUT_TEXT.contains(element.normalName())
        || element.attr("style").replace(" ", "").contains("display:none");
  }

  /** Returns the lines without spaces around them, and at most one empty line in a row. */
  private static String tidy(String text) {
    return text.replaceAll("[ \\t\\x0B\\f\\r\\u00a0\\u200c\\u034f\\u00ad]+", " ")
        .replaceAll(" ?\\n ?", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }
}
