package dev.gatehouse.integrationtests.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePathScanner;
import dev.gatehouse.integrationtests.project.MavenModule;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.SourceTree;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The names of types, main and test: one name for one thing. */
class TypeNamesTest {
  /** Names that do not say whose; {@code CognitoResponse} does. */
  private static final Set<String> TOO_GENERAL =
      Set.of("Answer", "Settings", "Caller", "Call", "Names", "Letters", "Messages");

  /** AWS's own names that are also names of the JDK, with the reason for each. */
  private static final Map<String, String> NAMES_OF_AWS = Map.of();

  private static SourceTree sources;

  @BeforeAll
  static void parseTheSources() throws IOException {
    sources = SourceTree.parsed();
  }

  @Test
  void noTwoTopLevelTypesOfAModuleHaveTheSameName() {
    List<String> duplicates = new ArrayList<>();
    for (MavenModule module : MavenModule.all()) {
      SourceTree.javaFiles(module)
          .filter(file -> !file.endsWith("package-info.java"))
          .collect(Collectors.groupingBy(Path::getFileName))
          .forEach(
              (name, files) -> {
                if (files.size() > 1) {
                  duplicates.add(name + " in " + module + ": " + files);
                }
              });
    }
    assertThat(duplicates).isEmpty();
  }

  @Test
  void everyTypeNameSaysWhatItIsOf() {
    assertThat(types(TOO_GENERAL)).isEmpty();
  }

  @Test
  void noTypeIsNamedLikeATypeOfTheJdk() throws IOException {
    Set<String> names = new TreeSet<>(publicTypes("java.lang"));
    names.addAll(publicTypes("java.io"));
    assertThat(names).contains("Record", "Writer", "Process");
    names.removeAll(NAMES_OF_AWS.keySet());
    assertThat(types(names)).isEmpty();
  }

  /** Returns every type, nested ones too, that has one of these names. */
  private static List<String> types(Set<String> names) {
    List<String> found = new ArrayList<>();
    sources.scan(
        new TreePathScanner<>() {
          @Override
          public Void visitClass(ClassTree type, CompilationUnitTree unit) {
            if (names.contains(type.getSimpleName().toString())) {
              Path file = Path.of(unit.getSourceFile().toUri());
              found.add(type.getSimpleName() + " in " + Repository.ROOT.relativize(file));
            }
            return super.visitClass(type, unit);
          }
        });
    return found;
  }

  private static Set<String> publicTypes(String packageName) throws IOException {
    Path folder =
        FileSystems.getFileSystem(URI.create("jrt:/"))
            .getPath("/modules/java.base/" + packageName.replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .map(name -> name.replace(".class", ""))
          .filter(name -> isPublic(packageName + "." + name))
          .collect(Collectors.toSet());
    }
  }

  private static boolean isPublic(String type) {
    try {
      Class<?> loaded = Class.forName(type, false, ClassLoader.getPlatformClassLoader());
      return java.lang.reflect.Modifier.isPublic(loaded.getModifiers());
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
