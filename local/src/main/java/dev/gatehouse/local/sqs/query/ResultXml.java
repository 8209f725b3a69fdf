package dev.gatehouse.local.sqs.query;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A result in XML: a list is an element for each of its values, a map one for each entry. */
final class ResultXml {

  private static final Map<String, String> LISTS =
      Map.of(
          "QueueUrls", "QueueUrl",
          "Messages", "Message",
          "Results", "ListMessageMoveTasksResultEntry",
          "Failed", "BatchResultErrorEntry");

  private static final Set<String> MAPS = Set.of("Attributes", "MessageAttributes");

  private ResultXml() {}

  /** Returns the content of the result element of an action. */
  static XmlContent of(String action, JsonObject result) {
    return xml -> {
      for (Map.Entry<String, JsonElement> member : result.entrySet()) {
        if (member.getKey().equals("Successful")) {
          for (JsonElement entry : member.getValue().getAsJsonArray()) {
            write(xml, action + "ResultEntry", entry);
          }
        } else {
          write(xml, member.getKey(), member.getValue());
        }
      }
    };
  }

  private static XmlContent of(JsonObject structure) {
    return xml -> {
      for (Map.Entry<String, JsonElement> member : structure.entrySet()) {
        write(xml, member.getKey(), member.getValue());
      }
    };
  }

  private static void write(XMLStreamWriter xml, String name, JsonElement value)
      throws XMLStreamException {
    if (value instanceof JsonArray list) {
      for (JsonElement element : list) {
        write(xml, LISTS.getOrDefault(name, name), element);
      }
    } else if (value instanceof JsonObject map && MAPS.contains(name)) {
      for (Map.Entry<String, JsonElement> entry : map.entrySet()) {
        // Attributes become Attribute elements.
        QueryXml.element(name.substring(0, name.length() - 1), entry(entry)).write(xml);
      }
    } else if (value instanceof JsonObject structure) {
      QueryXml.element(name, of(structure)).write(xml);
    } else {
      QueryXml.text(name, value.getAsString()).write(xml);
    }
  }

  private static XmlContent entry(Map.Entry<String, JsonElement> entry) {
    return xml -> {
      QueryXml.text("Name", entry.getKey()).write(xml);
      write(xml, "Value", entry.getValue());
    };
  }
}
