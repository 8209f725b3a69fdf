package dev.gatehouse.pulumi.picture;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an SVG, one element a line. */
final class Svg {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /** Begins a picture of this size. */
  Svg(int width, int height, String title, String description, String style) {
    try {
      xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartElement("svg");
      xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
      attributes("viewBox", "0 0 %d %d".formatted(width, height));
      attributes("width", width, "height", height, "role", "img", "aria-label", title);
      element("title", title);
      element("desc", description);
      element("style", style);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds an element without content; names and values of its attributes by turns. */
  Svg add(String name, Object... attributes) {
    try {
      xml.writeCharacters("\n");
      xml.writeEmptyElement(name);
      attributes(attributes);
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a line of text. */
  Svg text(String content, Object... attributes) {
    try {
      element("text", content, attributes);
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the picture. */
  String done() {
    try {
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.close();
      return text + "\n";
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void element(String name, String content, Object... attributes)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(name);
    attributes(attributes);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }

  private void attributes(Object... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i].toString(), attributes[i + 1].toString());
    }
  }
}
