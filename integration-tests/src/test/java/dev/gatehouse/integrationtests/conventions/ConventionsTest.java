package dev.gatehouse.integrationtests.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import dev.gatehouse.integrationtests.project.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The conventions of CONTRIBUTING.md that can be checked by reading the sources. */
class ConventionsTest {
  private static final Set<String> CATCH_ALL_PACKAGES =
      Set.of("common", "util", "utils", "core", "shared", "misc");

  private static final int FILES_IN_A_PACKAGE = 20;

  /** One class for each operation of the Cognito API, so the API decides how many there are. */
  private static final String OPERATIONS = "cognito/operations";

  private static SourceTree sources;

  @BeforeAll
  static void parseTheSources() throws IOException {
    sources = SourceTree.parsed();
    assertThat(sources.units()).hasSizeGreaterThan(50);
  }

  @Test
  void noFileIsLongerThan300Lines() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : SourceTree.paths()) {
      long lines = Files.readAllLines(file).size();
      if (lines > 300) {
        tooLong.add(lines + " " + file);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void noMethodIsLongerThan40Lines() {
    List<String> tooLong = new ArrayList<>();
    SourcePositions positions = sources.docs().getSourcePositions();
    sources.scan(
        new TreePathScanner<>() {
          @Override
          public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            LineMap lines = unit.getLineMap();
            long start = positions.getStartPosition(unit, method);
            long end = positions.getEndPosition(unit, method);
            if (end > 0 && lines.getLineNumber(end) - lines.getLineNumber(start) >= 40) {
              tooLong.add(unit.getSourceFile().getName() + " " + method.getName());
            }
            return super.visitMethod(method, unit);
          }
        });
    assertThat(tooLong).isEmpty();
  }

  @Test
  void noPackageHasMoreThan20Files() {
    Map<Path, Long> files =
        SourceTree.paths().stream()
            .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
    List<String> tooLarge = new ArrayList<>();
    files.forEach(
        (folder, count) -> {
          if (count > FILES_IN_A_PACKAGE && !folder.endsWith(OPERATIONS)) {
            tooLarge.add(count + " files in " + folder);
          }
        });
    assertThat(tooLarge).isEmpty();
  }

  @Test
  void everyPublicTypeOutsideTestsHasJavadoc() {
    List<String> undocumented = new ArrayList<>();
    sources.scan(
        new TreePathScanner<>() {
          @Override
          public Void visitClass(ClassTree type, CompilationUnitTree unit) {
            boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            if (isPublic
                && isMain(unit)
                && sources.docs().getDocCommentTree(getCurrentPath()) == null) {
              undocumented.add(unit.getSourceFile().getName() + " " + type.getSimpleName());
            }
            return super.visitClass(type, unit);
          }
        });
    assertThat(undocumented).isEmpty();
  }

  @Test
  void namesOfTestsAreStatements() {
    List<String> others = new ArrayList<>();
    sources.scan(
        new TreePathScanner<>() {
          @Override
          public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            String name = method.getName().toString();
            boolean isTest =
                method.getModifiers().getAnnotations().stream()
                    .map(annotation -> annotation.getAnnotationType().toString())
                    .anyMatch(
                        annotation ->
                            annotation.equals("Test") || annotation.equals("ParameterizedTest"));
            if (isTest && (name.contains("_") || name.matches("(test|should)[A-Z].*"))) {
              others.add(unit.getSourceFile().getName() + " " + name);
            }
            return super.visitMethod(method, unit);
          }
        });
    assertThat(others).isEmpty();
  }

  /** Maven's reports do not mention a class that an assumption of {@code @BeforeAll} skips. */
  @Test
  void noAssumptionSkipsAClassWithoutATrace() {
    List<String> assumptions = new ArrayList<>();
    sources.scan(
        new TreePathScanner<>() {
          @Override
          public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            if (method.getModifiers().getAnnotations().toString().contains("@BeforeAll")
                && String.valueOf(method.getBody()).toLowerCase(Locale.ROOT).contains("assum")) {
              assumptions.add(unit.getSourceFile().getName() + " " + method.getName());
            }
            return super.visitMethod(method, unit);
          }
        });
    assertThat(assumptions).as("use an ExecutionCondition").isEmpty();
  }

  @Test
  void everyMainPackageIsNullMarked() throws IOException {
    Set<Path> folders =
        SourceTree.paths().stream()
            .filter(file -> file.toString().contains("/src/main/"))
            .map(Path::getParent)
            .collect(Collectors.toSet());
    for (Path folder : folders) {
      assertThat(Files.readString(folder.resolve("package-info.java"))).contains("@NullMarked");
    }
  }

  @Test
  void everyPackageIsNamedForItsSubject() {
    assertThat(SourceTree.paths())
        .noneMatch(
            file -> {
              for (Path part : file) {
                if (CATCH_ALL_PACKAGES.contains(part.toString())) {
                  return true;
                }
              }
              return false;
            });
  }

  private static boolean isMain(CompilationUnitTree unit) {
    return unit.getSourceFile().getName().contains("/src/main/");
  }
}
