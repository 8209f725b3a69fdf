package dev.gatehouse.integrationtests.project;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Java files of every module, parsed by the compiler. */
public final class SourceTree {
  private final JavacTask task;
  private final List<CompilationUnitTree> units;

  private SourceTree(JavacTask task, List<CompilationUnitTree> units) {
    this.task = task;
    this.units = units;
  }

  /** The sources of this JVM's tests, which none of them changes. */
  private static final class Parsed {
    private static final SourceTree TREE = read();

    private static SourceTree read() {
      try {
        return parse();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Returns every Java file of the project, parsed once. */
  public static SourceTree parsed() {
    return Parsed.TREE;
  }

  private static SourceTree parse() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null,
                files,
                null,
                List.of("-proc:none"),
                null,
                files.getJavaFileObjectsFromPaths(paths()));
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    return new SourceTree(task, units);
  }

  /** Returns the Java files of every module, main and test. */
  public static List<Path> paths() {
    return MavenModule.all().stream().flatMap(SourceTree::javaFiles).toList();
  }

  /** Returns the Java files of a module, main and test. */
  public static Stream<Path> javaFiles(MavenModule module) {
    return Repository.filesBelow(module.folder().resolve("src")).stream()
        .filter(file -> file.toString().endsWith(".java"));
  }

  /** Returns the parsed files. */
  public List<CompilationUnitTree> units() {
    return units;
  }

  /** Returns the compiler's view of comments and positions. */
  public DocTrees docs() {
    return DocTrees.instance(task);
  }

  /** Applies a scanner to every type of every file. */
  public void scan(TreePathScanner<Void, CompilationUnitTree> scanner) {
    for (CompilationUnitTree unit : units) {
      for (Tree type : unit.getTypeDecls()) {
        scanner.scan(TreePath.getPath(unit, type), unit);
      }
    }
  }
}
