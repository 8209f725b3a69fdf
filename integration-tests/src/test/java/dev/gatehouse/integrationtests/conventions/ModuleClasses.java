package dev.gatehouse.integrationtests.conventions;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.gatehouse.integrationtests.project.MavenModule;
import dev.gatehouse.integrationtests.project.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The compiled main classes of the modules, and the module of each. */
final class ModuleClasses {
  private final JavaClasses classes;
  private final List<MavenModule> modules;

  /** The classes of other modules that the Pulumi program compiles from their sources. */
  private static final Pattern COPIES =
      Pattern.compile(".*/pulumi/target/classes/dev/gatehouse/(emailrules|messages)/.*");

  private ModuleClasses(JavaClasses classes, List<MavenModule> modules) {
    this.classes = classes;
    this.modules = modules;
  }

  /** Imported once, since that takes a while. */
  private static final class OfAllModules {
    static final ModuleClasses CLASSES = of(MavenModule.all());
  }

  /** Returns the classes of all modules. */
  static ModuleClasses all() {
    return OfAllModules.CLASSES;
  }

  /** Imports the classes of these modules. */
  private static ModuleClasses of(List<MavenModule> modules) {
    List<MavenModule> compiled =
        modules.stream().filter(module -> Files.isDirectory(module.classes())).toList();
    return new ModuleClasses(
        new ClassFileImporter()
            .withImportOption(location -> !location.matches(COPIES))
            .importPaths(compiled.stream().map(MavenModule::classes).toList()),
        compiled);
  }

  JavaClasses classes() {
    return classes;
  }

  /** Returns the name of the module that holds a class; empty for a library's class. */
  Optional<String> module(JavaClass type) {
    return type.getBaseComponentType()
        .getSource()
        .map(source -> source.getUri())
        .filter(uri -> uri.getScheme().equals("file"))
        .map(Path::of)
        .flatMap(file -> modules.stream().filter(it -> file.startsWith(it.classes())).findFirst())
        .map(MavenModule::name);
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
