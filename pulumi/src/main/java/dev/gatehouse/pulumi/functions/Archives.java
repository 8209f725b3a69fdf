package dev.gatehouse.pulumi.functions;

import com.pulumi.asset.FileArchive;
import dev.gatehouse.pulumi.settings.SettingInvalid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The archives of the functions, one per Maven module, in the module's target directory. */
public final class Archives {
  /** Set by the plan recorder only: plan.json contains the paths, not the archives. */
  private static final String RECORDING = "GATEHOUSE_RECORDING";

  private final Path root;
  private final String architecture;

  private Archives(Path root, String architecture) {
    this.root = root;
    this.architecture = architecture;
  }

  /**
   * Returns the archives for an architecture, in the parent of the working directory, which Pulumi
   * sets to this module.
   *
   * @throws SettingInvalid if an archive is missing, before anything is declared
   */
  public static Archives built(String architecture) {
    return built(Path.of(".."), architecture, System.getenv());
  }

  static Archives built(Path root, String architecture, Map<String, String> environment) {
    Archives archives = new Archives(root, architecture);
    if (!environment.containsKey(RECORDING)) {
      for (FunctionModule module : FunctionModule.values()) {
        archives.requireBuilt(module);
      }
    }
    return archives;
  }

  FileArchive of(FunctionModule module) {
    return new FileArchive(path(module).toString().replace('\\', '/'));
  }

  private void requireBuilt(FunctionModule module) {
    if (!Files.isRegularFile(path(module))) {
      throw new SettingInvalid(
          "%s is missing: build it first, with ./mvnw package -DskipTests at the root"
              .formatted(path(module)));
    }
  }

  private Path path(FunctionModule module) {
    return root.resolve(module.archive(architecture));
  }
}
