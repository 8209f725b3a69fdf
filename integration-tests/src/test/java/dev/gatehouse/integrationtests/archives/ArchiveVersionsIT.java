package dev.gatehouse.integrationtests.archives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.project.MavenModule;
import dev.gatehouse.integrationtests.project.Pom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The jars of every archive, in versions that this project manages: none is left to what some
 * library happened to ask for, which nobody updates.
 */
class ArchiveVersionsIT {
  private static final String OWN = "gatehouse-";

  /** The names of managed jars by artifact; the first entry for an artifact wins, as in Maven. */
  private static final Map<String, String> MANAGED = managed(Pom.root());

  static Stream<MavenModule> functions() {
    return MavenModule.all().stream().filter(MavenModule::isLambdaArchive);
  }

  private static Map<String, String> managed(Pom pom) {
    Map<String, String> jars = new TreeMap<>();
    List<Pom.Dependency> entries = pom.managed();
    entries.stream()
        .filter(entry -> !entry.isImport())
        .forEach(entry -> jars.putIfAbsent(entry.artifact(), entry.jar()));
    entries.stream()
        .filter(Pom.Dependency::isImport)
        .map(bom -> managed(Pom.of(bom.groupId(), bom.artifactId(), bom.version())))
        .forEach(bom -> bom.forEach(jars::putIfAbsent));
    return jars;
  }

  /** Returns the managed jars for a module, whose own POM may name a version of the root POM. */
  private static Map<String, String> managedFor(MavenModule module) {
    Map<String, String> jars = new TreeMap<>(MANAGED);
    Pom.of(module).declared().stream()
        .filter(dependency -> !dependency.version().isEmpty())
        .forEach(dependency -> jars.put(dependency.artifact(), dependency.jar()));
    return jars;
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyJarHasTheVersionThatTheRootPomManages(MavenModule module) throws IOException {
    Set<String> managed = Set.copyOf(managedFor(module).values());
    assertThat(managed).hasSizeGreaterThan(100);
    assertThat(module.archives()).isNotEmpty();
    for (Path archive : module.archives()) {
      Set<String> jars = jars(archive);
      assertThat(jars).anyMatch(jar -> jar.startsWith(OWN)).anyMatch(jar -> !jar.startsWith(OWN));
      assertThat(jars)
          .as(archive.getFileName() + ": manage these versions in the root pom.xml")
          .filteredOn(jar -> !jar.startsWith(OWN) && !isManaged(jar, managed))
          .isEmpty();
    }
  }

  /** Returns whether a jar is a managed artifact in its version, with or without a classifier. */
  private static boolean isManaged(String jar, Set<String> managed) {
    return managed.stream()
        .anyMatch(name -> jar.equals(name + ".jar") || jar.startsWith(name + "-linux-"));
  }

  private static Set<String> jars(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Set<String> jars = new TreeSet<>();
      zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".jar"))
          .map(name -> name.substring(name.lastIndexOf('/') + 1))
          .forEach(jars::add);
      return jars;
    }
  }
}
