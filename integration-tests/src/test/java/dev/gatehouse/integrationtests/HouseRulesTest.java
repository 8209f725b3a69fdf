package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of CONTRIBUTING.md that a machine can keep by reading the sources. */
class HouseRulesTest {
  private static final List<String> NO_ROOMS =
      List.of("common", "util", "utils", "core", "shared", "misc");

  private static SourceTree sources;

  @BeforeAll
  static void readTheSources() throws IOException {
    sources = SourceTree.read();
    assertThat(sources.units).hasSizeGreaterThan(50);
  }

  @Test
  void noFileIsLongerThan300Lines() throws IOException {
    List<String> long300 = new ArrayList<>();
    for (Path file : SourceTree.paths()) {
      long lines = Files.readAllLines(file).size();
      if (lines > 300) {
        long300.add(lines + " " + file);
      }
    }
    assertThat(long300).isEmpty();
  }

  @Test
  void noMethodIsLongerThan40Lines() {
    List<String> tooLong = new ArrayList<>();
    SourcePositions positions = DocTrees.instance(sources.task).getSourcePositions();
    scan(
        new TreePathScanner<Void, CompilationUnitTree>() {
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
  void everyPublicTypeOutsideTestsSaysWhatItIs() {
    DocTrees docs = DocTrees.instance(sources.task);
    List<String> silent = new ArrayList<>();
    scan(
        new TreePathScanner<Void, CompilationUnitTree>() {
          @Override
          public Void visitClass(ClassTree type, CompilationUnitTree unit) {
            TreePath path = getCurrentPath();
            boolean open = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            if (open && isMain(unit) && docs.getDocCommentTree(path) == null) {
              silent.add(unit.getSourceFile().getName() + " " + type.getSimpleName());
            }
            return super.visitClass(type, unit);
          }
        });
    assertThat(silent).isEmpty();
  }

  @Test
  void namesOfTestsAreFacts() {
    List<String> others = new ArrayList<>();
    scan(
        new TreePathScanner<Void, CompilationUnitTree>() {
          @Override
          public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            String name = method.getName().toString();
            boolean isTest =
                method.getModifiers().getAnnotations().stream()
                    .map(annotation -> annotation.getAnnotationType().toString())
                    .anyMatch(annotation ->
                        annotation.equals("Test") || annotation.equals("ParameterizedTest"));
            if (isTest && (name.contains("_") || name.matches("(test|should)[A-Z].*"))) {
              others.add(unit.getSourceFile().getName() + " " + name);
            }
            return super.visitMethod(method, unit);
          }
        });
    assertThat(others).isEmpty();
  }

  @Test
  void everyMainPackageIsNullMarked() throws IOException {
    List<Path> folders =
        SourceTree.paths().stream()
            .filter(file -> file.toString().contains("/src/main/"))
            .map(Path::getParent)
            .distinct()
            .toList();
    for (Path folder : folders) {
      assertThat(Files.readString(folder.resolve("package-info.java"))).contains("@NullMarked");
    }
  }

  @Test
  void noPackageIsARoomForEverything() {
    assertThat(SourceTree.paths())
        .noneMatch(file -> {
          for (Path part : file) {
            if (NO_ROOMS.contains(part.toString())) {
              return true;
            }
          }
          return false;
        });
  }

  private static boolean isMain(CompilationUnitTree unit) {
    return unit.getSourceFile().getName().contains("/src/main/");
  }

  private static void scan(TreePathScanner<Void, CompilationUnitTree> scanner) {
    for (CompilationUnitTree unit : sources.units) {
      for (Tree type : unit.getTypeDecls()) {
        scanner.scan(TreePath.getPath(unit, type), unit);
      }
    }
  }
}
