package dev.gatehouse.local.ses;

import dev.gatehouse.local.http.Response;
import java.io.StringWriter;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes answers and errors as the Query protocol words them. */
final class QueryXml {

  private static final String NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";

  /** XML has no way to write these characters, not even escaped. */
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private static final String REPLACEMENT = "\uFFFD";

  /** Writes what stands inside an element. */
  @FunctionalInterface
  interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private QueryXml() {}

  static Response answer(String action, Content result) {
    String requestId = UUID.randomUUID().toString();
    return response(
        200,
        requestId,
        action + "Response",
        in -> {
          element(action + "Result", result).write(in);
          element("ResponseMetadata", text("RequestId", requestId)).write(in);
        });
  }

  static Response error(String code, String message) {
    String requestId = UUID.randomUUID().toString();
    Content error =
        in -> {
          text("Type", "Sender").write(in);
          text("Code", code).write(in);
          text("Message", message).write(in);
        };
    return response(
        400,
        requestId,
        "ErrorResponse",
        in -> {
          element("Error", error).write(in);
          text("RequestId", requestId).write(in);
        });
  }

  static Content element(String name, Content content) {
    return xml -> {
      xml.writeStartElement(name);
      content.write(xml);
      xml.writeEndElement();
    };
  }

  static Content text(String name, String text) {
    return element(name, xml -> xml.writeCharacters(NOT_XML.matcher(text).replaceAll(REPLACEMENT)));
  }

  private static Response response(int status, String requestId, String root, Content content) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(NAMESPACE);
      content.write(xml);
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return Response.of(status, "text/xml", text.toString()).with("x-amzn-RequestId", requestId);
  }
}
