package dev.gatehouse.integrationtests;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Every Java file of the rooms, parsed by the compiler itself. */
final class SourceTree {
  static final List<String> ROOMS =
      List.of(
          "functions",
          "users",
          "triggers",
          "api",
          "pulumi",
          "local",
          "integration-tests",
          "benchmarks");

  final JavacTask task;
  final List<CompilationUnitTree> units;

  private SourceTree(JavacTask task, List<CompilationUnitTree> units) {
    this.task = task;
    this.units = units;
  }

  static SourceTree read() throws IOException {
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

  static List<Path> paths() {
    return ROOMS.stream()
        .flatMap(room -> javaFiles(Machine.ROOT.resolve(room).resolve("src")))
        .toList();
  }

  private static Stream<Path> javaFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
