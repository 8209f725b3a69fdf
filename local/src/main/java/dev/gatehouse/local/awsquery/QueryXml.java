package dev.gatehouse.local.awsquery;

import dev.gatehouse.local.http.Response;
import java.io.StringWriter;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The XML of a service's success and error responses.
 *
 * @param namespace the XML namespace of the service
 */
public record QueryXml(String namespace) {

  /** Characters that XML 1.0 cannot represent, not even escaped. */
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private static final String REPLACEMENT = "\uFFFD";

  /** The content of an XML element. */
  @FunctionalInterface
  public interface XmlContent {

    /** Writes the content. */
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  /** Returns the response with the result of an operation. */
  public Response success(String action, XmlContent result) {
    String requestId = UUID.randomUUID().toString();
    return response(
        200,
        requestId,
        action + "Response",
        xml -> {
          element(action + "Result", result).write(xml);
          element("ResponseMetadata", text("RequestId", requestId)).write(xml);
        });
  }

  /** Returns the error response with this code and message. */
  public Response error(String code, String message) {
    return error(400, code, message);
  }

  /** Returns the error response with this status, code and message. */
  public Response error(int status, String code, String message) {
    String requestId = UUID.randomUUID().toString();
    XmlContent error =
        xml -> {
          text("Type", "Sender").write(xml);
          text("Code", code).write(xml);
          text("Message", message).write(xml);
        };
    return response(
        status,
        requestId,
        "ErrorResponse",
        xml -> {
          element("Error", error).write(xml);
          text("RequestId", requestId).write(xml);
        });
  }

  /** Returns an element with this content. */
  public static XmlContent element(String name, XmlContent content) {
    return xml -> {
      xml.writeStartElement(name);
      content.write(xml);
      xml.writeEndElement();
    };
  }

  /** Returns an element with this text, in which U+FFFD replaces what XML cannot represent. */
  public static XmlContent text(String name, String text) {
    return element(name, xml -> xml.writeCharacters(NOT_XML.matcher(text).replaceAll(REPLACEMENT)));
  }

  private Response response(int status, String requestId, String root, XmlContent content) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(namespace);
      content.write(xml);
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return Response.of(status, "text/xml", text.toString()).with("x-amzn-RequestId", requestId);
  }
}
