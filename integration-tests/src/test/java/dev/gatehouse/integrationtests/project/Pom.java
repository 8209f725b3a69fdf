package dev.gatehouse.integrationtests.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A POM with its properties, those of its parents among them. */
public final class Pom {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

  private final Document document;
  private final XPath path = XPathFactory.newInstance().newXPath();
  private final Map<String, String> properties = new HashMap<>();

  private Pom(Document document) {
    this.document = document;
  }

  /** A dependency that a POM declares or manages; what it leaves out is empty. */
  public record Dependency(String groupId, String artifactId, String version, String scope) {
    /** Returns the group and artifact id. */
    public String artifact() {
      return groupId + ":" + artifactId;
    }

    /** Returns the name of its jar, without a classifier and the suffix. */
    public String jar() {
      return artifactId + "-" + version;
    }

    /** Returns whether this is a BOM whose managed versions count as the POM's own. */
    public boolean isImport() {
      return scope.equals("import");
    }
  }

  /** Reads the root POM of the project. */
  public static Pom root() {
    return of(Repository.ROOT.resolve("pom.xml"));
  }

  /** Reads the POM of a module, with the properties of the root POM. */
  public static Pom of(MavenModule module) {
    Pom pom = of(module.folder().resolve("pom.xml"));
    root().properties.forEach(pom.properties::putIfAbsent);
    return pom;
  }

  /** Reads the POM of an artifact in the local repository of the build, with its parents. */
  public static Pom of(String groupId, String artifactId, String version) {
    Pom pom =
        of(
            localRepository()
                .resolve(groupId.replace('.', '/'))
                .resolve(artifactId)
                .resolve(version)
                .resolve(artifactId + "-" + version + ".pom"));
    if (!pom.text("/project/parent/artifactId").isEmpty()) {
      of(
              pom.text("/project/parent/groupId"),
              pom.text("/project/parent/artifactId"),
              pom.text("/project/parent/version"))
          .properties
          .forEach(pom.properties::putIfAbsent);
    }
    pom.properties.put("project.version", version);
    return pom;
  }

  private static Path localRepository() {
    // Surefire and Failsafe hand on where the build keeps what it downloads.
    String named = System.getProperty("localRepository");
    return named == null
        ? Path.of(System.getProperty("user.home"), ".m2", "repository")
        : Path.of(named);
  }

  /** Reads a POM by itself. */
  public static Pom of(Path file) {
    try (InputStream xml = Files.newInputStream(file)) {
      Pom pom = new Pom(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml));
      pom.properties.put(
          "project.version", pom.text("(/project/version|/project/parent/version)[last()]"));
      for (Node property : pom.nodes("/project/properties/*")) {
        pom.properties.put(property.getNodeName(), property.getTextContent().strip());
      }
      return pom;
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  /** Returns the managed dependencies, the imported BOMs among them. */
  public List<Dependency> managed() {
    return dependencies("/project/dependencyManagement/dependencies/dependency");
  }

  /** Returns the dependencies that the POM declares itself. */
  public List<Dependency> declared() {
    return dependencies("/project/dependencies/dependency");
  }

  private List<Dependency> dependencies(String expression) {
    return nodes(expression).stream()
        .map(
            node ->
                new Dependency(
                    value(node, "groupId"),
                    value(node, "artifactId"),
                    value(node, "version"),
                    value(node, "scope")))
        .toList();
  }

  /** Returns the texts of the elements that an XPath selects, without placeholders. */
  public List<String> texts(String expression) {
    return nodes(expression).stream().map(node -> resolved(node.getTextContent().strip())).toList();
  }

  private String text(String expression) {
    return texts(expression).stream().findFirst().orElse("");
  }

  private String value(Node node, String element) {
    return IntStream.range(0, node.getChildNodes().getLength())
        .mapToObj(node.getChildNodes()::item)
        .filter(child -> child.getNodeName().equals(element))
        .map(child -> resolved(child.getTextContent().strip()))
        .findFirst()
        .orElse("");
  }

  private String resolved(String text) {
    String now = PLACEHOLDER.matcher(text).replaceAll(this::property);
    return now.equals(text) ? text : resolved(now);
  }

  private String property(MatchResult placeholder) {
    return Matcher.quoteReplacement(
        properties.getOrDefault(placeholder.group(1), placeholder.group()));
  }

  private List<Node> nodes(String expression) {
    try {
      NodeList nodes = (NodeList) path.evaluate(expression, document, XPathConstants.NODESET);
      return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
    } catch (XPathExpressionException e) {
      throw new IllegalStateException(expression, e);
    }
  }
}
