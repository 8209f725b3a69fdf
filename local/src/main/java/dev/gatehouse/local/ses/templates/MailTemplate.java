package dev.gatehouse.local.ses.templates;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsquery.QueryError;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A template with placeholders such as <code>{{name}}</code> or <code>{{user.name}}</code>.
 *
 * @param subject the subject, empty if there is none
 * @param text the text part, null if there is none
 * @param html the HTML part, null if there is none
 */
public record MailTemplate(
    String name, String subject, @Nullable String text, @Nullable String html) {

  /** The content of a mail that a template makes. */
  public record Content(String subject, @Nullable String text, @Nullable String html) {}

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\{?)([^{}]+)}?}}");
  private static final Pattern PATH = Pattern.compile("[\\w-]+(\\.[\\w-]+)*");

  /**
   * Checks that the parts have placeholders only; throws {@link QueryError} for the blocks and
   * helpers of Handlebars, which the emulator does not support.
   */
  public MailTemplate {
    check(subject);
    check(text == null ? "" : text);
    check(html == null ? "" : html);
  }

  private static void check(String part) {
    Matcher placeholder = PLACEHOLDER.matcher(part);
    while (placeholder.find()) {
      String expression = placeholder.group(2).strip();
      if (!PATH.matcher(expression).matches()) {
        throw new QueryError(
            "InvalidTemplate",
            "The local emulator does not support {{%s}} in templates, only {{name}} and {{a.b}}"
                .formatted(expression));
      }
    }
  }

  /**
   * Returns the content with these values.
   *
   * @param data a JSON object; throws {@link QueryError} for another text or a missing value
   */
  public Content render(String data) {
    JsonObject values = parse(data);
    return new Content(
        fill(subject, values, false),
        text == null ? null : fill(text, values, false),
        html == null ? null : fill(html, values, true));
  }

  private static JsonObject parse(String data) {
    try {
      if (JsonParser.parseString(data) instanceof JsonObject values) {
        return values;
      }
    } catch (JsonParseException e) {
      // Refused below, like every other text that is no object.
    }
    throw new QueryError("InvalidRenderingParameter", "Template rendering data is invalid");
  }

  private static String fill(String part, JsonObject values, boolean html) {
    return PLACEHOLDER
        .matcher(part)
        .replaceAll(match -> Matcher.quoteReplacement(value(match, values, html)));
  }

  private static String value(MatchResult placeholder, JsonObject values, boolean html) {
    String path = placeholder.group(2).strip();
    JsonElement value = values;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof JsonObject object ? object.get(name) : null;
    }
    if (!(value instanceof JsonPrimitive text)) {
      throw new QueryError(
          "MissingRenderingAttribute",
          "Attribute '%s' is not present in the rendering data.".formatted(path));
    }
    boolean escapes = html && placeholder.group(1).isEmpty();
    return escapes ? escape(text.getAsString()) : text.getAsString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#x27;");
  }
}
