package dev.gatehouse.integrationtests.conventions;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.gatehouse.integrationtests.project.MavenModule;
import dev.gatehouse.integrationtests.project.Repository;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The compiled main classes of the modules, and the module of each. */
final class ModuleClasses {
  private final JavaClasses classes;
  private final Map<String, String> modules = new HashMap<>();

  private ModuleClasses(JavaClasses classes) {
    this.classes = classes;
  }

  /** Imports the classes of these modules; a class in two of them belongs to the first. */
  static ModuleClasses of(List<MavenModule> modules) {
    ClassFileImporter importer = new ClassFileImporter();
    List<MavenModule> compiled =
        modules.stream().filter(module -> Files.isDirectory(module.classes())).toList();
    ModuleClasses all =
        new ModuleClasses(
            importer.importPaths(compiled.stream().map(MavenModule::classes).toList()));
    for (MavenModule module : compiled) {
      importer
          .importPath(module.classes())
          .forEach(type -> all.modules.putIfAbsent(type.getName(), module.name()));
    }
    return all;
  }

  JavaClasses classes() {
    return classes;
  }

  /** Returns the name of the module that holds a class; empty for a library's class. */
  Optional<String> module(JavaClass type) {
    return Optional.ofNullable(modules.get(type.getBaseComponentType().getName()));
  }

  /** Returns whether a class has a source file, unlike the code of annotation processors. */
  boolean isWritten(JavaClass type) {
    return module(type).isPresent()
        && type.getSource()
            .flatMap(Source::getFileName)
            .map(file -> type.getPackageName().replace('.', '/') + "/" + file)
            .filter(
                file ->
                    Files.exists(
                        Repository.ROOT
                            .resolve(module(type).orElseThrow())
                            .resolve("src/main/java")
                            .resolve(file)))
            .isPresent();
  }
}
