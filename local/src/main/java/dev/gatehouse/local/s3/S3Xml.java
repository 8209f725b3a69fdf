package dev.gatehouse.local.s3;

import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.http.Response;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML of S3's responses. */
public final class S3Xml {
  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  private S3Xml() {}

  /** Returns a successful response. */
  static Response success(String root, XmlContent content) {
    return response(200, root, NAMESPACE, content);
  }

  /** Returns the response of an error about a resource, bucket and key. */
  public static Response error(S3Exception error, String resource) {
    String requestId = UUID.randomUUID().toString();
    return response(
            error.status(),
            "Error",
            "",
            xml -> {
              QueryXml.text("Code", error.code()).write(xml);
              QueryXml.text("Message", String.valueOf(error.getMessage())).write(xml);
              for (Map.Entry<String, String> more : new TreeMap<>(error.details()).entrySet()) {
                QueryXml.text(more.getKey(), more.getValue()).write(xml);
              }
              QueryXml.text("Resource", resource).write(xml);
              QueryXml.text("RequestId", requestId).write(xml);
            })
        .with("x-amz-request-id", requestId);
  }

  private static Response response(int status, String root, String namespace, XmlContent content) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(root);
      if (!namespace.isEmpty()) {
        xml.writeDefaultNamespace(namespace);
      }
      content.write(xml);
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return Response.of(status, "application/xml", text.toString());
  }
}
