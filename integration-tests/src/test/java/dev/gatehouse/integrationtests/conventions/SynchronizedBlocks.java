package dev.gatehouse.integrationtests.conventions;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import dev.gatehouse.integrationtests.project.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of {@code synchronized} blocks, which class files do not name. */
final class SynchronizedBlocks {

  private record Lines(long first, long last) {}

  /** The blocks by source file, as {@code package/File.java}. */
  private final Map<String, List<Lines>> byFile = new HashMap<>();

  /** Finds the blocks of these sources. */
  SynchronizedBlocks(SourceTree sources) {
    SourcePositions positions = sources.docs().getSourcePositions();
    sources.scan(
        new TreePathScanner<>() {
          @Override
          public Void visitSynchronized(SynchronizedTree statement, CompilationUnitTree unit) {
            BlockTree block = statement.getBlock();
            Lines lines =
                new Lines(
                    unit.getLineMap().getLineNumber(positions.getStartPosition(unit, block)),
                    unit.getLineMap().getLineNumber(positions.getEndPosition(unit, block)));
            byFile.computeIfAbsent(file(unit), unused -> new ArrayList<>()).add(lines);
            return super.visitSynchronized(statement, unit);
          }
        });
  }

  /** Returns whether a line of the file of this class is in a block. */
  boolean contain(JavaClass type, int line) {
    String file =
        type.getPackageName() + "/" + type.getSource().flatMap(Source::getFileName).orElse("");
    return byFile.getOrDefault(file, List.of()).stream()
        .anyMatch(lines -> lines.first() <= line && line <= lines.last());
  }

  private static String file(CompilationUnitTree unit) {
    Path path = Path.of(unit.getSourceFile().toUri());
    return unit.getPackageName() + "/" + path.getFileName();
  }
}
