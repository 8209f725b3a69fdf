package dev.gatehouse.integrationtests.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A Maven module with sources, as its POM describes it.
 *
 * @param name its folder, relative to the root: {@code triggers/pre-sign-up}
 */
public record MavenModule(String name, Element pom) {
  private static final String ARCHIVE_PHASE = "lambda.archive.phase";

  /** Returns every module below the root POM, in the order of the POMs; aggregators left out. */
  public static List<MavenModule> all() {
    return new MavenModule("", parse(Repository.ROOT.resolve("pom.xml"))).descendants();
  }

  private List<MavenModule> descendants() {
    List<MavenModule> modules = new ArrayList<>();
    for (String child : childModules()) {
      String path = name.isEmpty() ? child : name + "/" + child;
      MavenModule module = new MavenModule(path, parse(Repository.ROOT.resolve(path + "/pom.xml")));
      if (module.isAggregator()) {
        modules.addAll(module.descendants());
      } else {
        modules.add(module);
      }
    }
    return modules;
  }

  private boolean isAggregator() {
    return text("packaging").filter("pom"::equals).isPresent();
  }

  /** Returns the module's folder. */
  public Path folder() {
    return Repository.ROOT.resolve(name);
  }

  /** Returns the folder of its compiled classes. */
  public Path classes() {
    return folder().resolve("target/classes");
  }

  /** Returns whether the module becomes the archive of a Lambda function. */
  public boolean isLambdaArchive() {
    return child(pom, "properties")
        .flatMap(properties -> child(properties, ARCHIVE_PHASE))
        .isPresent();
  }

  /** Returns the archives that were built for the module, one for each processor it needs. */
  public List<Path> archives() {
    try (Stream<Path> files = Files.list(folder().resolve("target"))) {
      return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the group and artifact ids of the dependencies that the module is compiled with. */
  public List<String> compileDependencies() {
    return child(pom, "dependencies").stream()
        .flatMap(dependencies -> children(dependencies, "dependency").stream())
        .filter(dependency -> child(dependency, "scope").isEmpty())
        .map(dependency -> textOf(dependency, "groupId") + ":" + textOf(dependency, "artifactId"))
        .toList();
  }

  private Optional<String> text(String element) {
    return child(pom, element).map(Node::getTextContent);
  }

  /** Returns the modules of the POM and of its profiles. */
  private List<String> childModules() {
    Stream<Element> profiles =
        child(pom, "profiles").stream().flatMap(all -> children(all, "profile").stream());
    return Stream.concat(Stream.of(pom), profiles)
        .flatMap(parent -> child(parent, "modules").stream())
        .flatMap(modules -> children(modules, "module").stream())
        .map(Node::getTextContent)
        .toList();
  }

  private static String textOf(Element parent, String name) {
    return child(parent, name).orElseThrow().getTextContent();
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(parent, name).stream().findFirst();
  }

  private static List<Element> children(Element parent, String name) {
    return IntStream.range(0, parent.getChildNodes().getLength())
        .mapToObj(index -> parent.getChildNodes().item(index))
        .filter(node -> node instanceof Element && node.getNodeName().equals(name))
        .map(Element.class::cast)
        .toList();
  }

  private static Element parse(Path pom) {
    try (InputStream xml = Files.newInputStream(pom)) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(xml)
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException(pom.toString(), e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
