package dev.gatehouse.integrationtests.conventions;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds process starts and file work in {@code synchronized} methods and blocks, however deep in
 * calls of the project's own methods. On JDK 21 to 23 a virtual thread pins its carrier meanwhile,
 * and there are only as many as processors.
 */
final class PinnedCarriers {

  /** Classes all of whose methods work with files. */
  private static final Set<String> FILE_CLASSES =
      Set.of(
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.FileReader",
          "java.io.FileWriter",
          "java.io.RandomAccessFile",
          "java.nio.channels.FileChannel",
          "java.nio.file.Files",
          "java.util.jar.JarFile",
          "java.util.zip.ZipFile");

  private static final Set<String> PROCESS_METHODS =
      Set.of(
          "java.lang.Process.waitFor",
          "java.lang.ProcessBuilder.start",
          "java.lang.ProcessBuilder.startPipeline",
          "java.lang.Runtime.exec");

  private final SynchronizedBlocks blocks;

  PinnedCarriers(SynchronizedBlocks blocks) {
    this.blocks = blocks;
  }

  /** Returns a sentence for each place in these classes: the method, and the calls to the work. */
  List<String> find(Collection<JavaClass> classes) {
    List<String> found = new ArrayList<>();
    for (JavaClass type : classes) {
      for (JavaCodeUnit method : type.getCodeUnits()) {
        Set<JavaCodeUnit> visited = new HashSet<>();
        accesses(method)
            .filter(call -> isSynchronized(method, call.getLineNumber()))
            .flatMap(call -> work(call, visited).stream())
            .forEach(work -> found.add(method.getFullName() + " -> " + work));
      }
    }
    return found;
  }

  private boolean isSynchronized(JavaCodeUnit method, int line) {
    return method.getModifiers().contains(JavaModifier.SYNCHRONIZED)
        || blocks.contain(method.getOwner(), line);
  }

  /** Returns the work that a call leads to, or an empty Optional if there is none. */
  private static Optional<String> work(JavaCodeUnitAccess<?> call, Set<JavaCodeUnit> visited) {
    CodeUnitAccessTarget target = call.getTarget();
    String name = target.getOwner().getName() + "." + target.getName();
    if (FILE_CLASSES.contains(target.getOwner().getName()) || PROCESS_METHODS.contains(name)) {
      return Optional.of(name);
    }
    return implementations(target)
        .filter(visited::add)
        .flatMap(method -> accesses(method).flatMap(next -> work(next, visited).stream()))
        .findFirst()
        .map(work -> name + " -> " + work);
  }

  /** Returns the called method and, if it is the project's, those that override it. */
  private static Stream<JavaCodeUnit> implementations(CodeUnitAccessTarget target) {
    return target.resolveMember().stream()
        .flatMap(method -> Stream.concat(Stream.of(method), overriding(method)));
  }

  private static Stream<JavaCodeUnit> overriding(JavaCodeUnit method) {
    if (method.isConstructor() || method.getOwner().getName().startsWith("java.")) {
      return Stream.empty();
    }
    List<String> parameters =
        method.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    return method.getOwner().getAllSubclasses().stream()
        .flatMap(
            type ->
                type.tryGetCodeUnitWithParameterTypeNames(method.getName(), parameters).stream());
  }

  private static Stream<JavaCodeUnitAccess<?>> accesses(JavaCodeUnit method) {
    return method.getAccessesFromSelf().stream()
        .filter(JavaCodeUnitAccess.class::isInstance)
        .map(access -> (JavaCodeUnitAccess<?>) access);
  }
}
