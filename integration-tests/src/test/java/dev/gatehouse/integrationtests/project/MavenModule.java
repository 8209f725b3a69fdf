package dev.gatehouse.integrationtests.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Maven module with sources, as its POM describes it.
 *
 * @param name its folder, relative to the root: {@code triggers/pre-sign-up}
 */
public record MavenModule(String name, Pom pom) {
  private static final String ARCHIVE_PHASE = "/project/properties/lambda.archive.phase";

  /** The modules of a POM and of its profiles. */
  private static final String MODULES =
      "/project/modules/module | /project/profiles/profile/modules/module";

  /** Returns every module below the root POM, in the order of the POMs; aggregators left out. */
  public static List<MavenModule> all() {
    return new MavenModule("", Pom.root()).descendants();
  }

  private List<MavenModule> descendants() {
    List<MavenModule> modules = new ArrayList<>();
    for (String child : pom.texts(MODULES)) {
      String path = name.isEmpty() ? child : name + "/" + child;
      MavenModule module =
          new MavenModule(path, Pom.of(Repository.ROOT.resolve(path + "/pom.xml")));
      if (module.isAggregator()) {
        modules.addAll(module.descendants());
      } else {
        modules.add(module);
      }
    }
    return modules;
  }

  private boolean isAggregator() {
    return pom.texts("/project/packaging").contains("pom");
  }

  /** Returns the module's folder. */
  public Path folder() {
    return Repository.ROOT.resolve(name);
  }

  /** Returns the folder of its compiled classes. */
  public Path classes() {
    return folder().resolve("target/classes");
  }

  /** Returns whether the module becomes the archive of a Lambda function. */
  public boolean isLambdaArchive() {
    return !pom.texts(ARCHIVE_PHASE).isEmpty();
  }

  /** Returns the archives that were built for the module, one for each processor it needs. */
  public List<Path> archives() {
    try (Stream<Path> files = Files.list(folder().resolve("target"))) {
      return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the group and artifact ids of the dependencies that the module is compiled with. */
  public List<String> compileDependencies() {
    return pom.declared().stream()
        .filter(dependency -> dependency.scope().isEmpty())
        .map(Pom.Dependency::artifact)
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
