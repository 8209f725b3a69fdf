package dev.gatehouse.pulumi.functions;

import com.pulumi.asset.FileArchive;
import dev.gatehouse.pulumi.settings.SettingInvalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The archives of the functions, one per Maven module, in the module's target directory. */
public final class Archives {
  /** Set by the plan recorder only: plan.json contains the paths, not the archives. */
  private static final String RECORDING = "GATEHOUSE_RECORDING";

  /** The root of the repository, from the directory of the program. */
  private static final Path ROOT = Path.of("..");

  private final Path root;
  private final String architecture;
  private final boolean readable;

  private Archives(Path root, String architecture, boolean readable) {
    this.root = root;
    this.architecture = architecture;
    this.readable = readable;
  }

  /**
   * Returns the archives for an architecture, in the parent of the working directory, which Pulumi
   * sets to this module.
   *
   * @throws SettingInvalid if an archive is missing, before anything is declared
   */
  public static Archives built(String architecture) {
    return built(ROOT, architecture, System.getenv());
  }

  /**
   * Returns the archives of another copy of the repository, which the engine runs in.
   *
   * @throws SettingInvalid if an archive is missing
   */
  public static Archives builtIn(Path root, String architecture) {
    return built(root, architecture, Map.of());
  }

  /** Returns archives that a plan names and nobody reads, whether they are built or not. */
  public static Archives planned(String architecture) {
    return new Archives(ROOT, architecture, false);
  }

  static Archives built(Path root, String architecture, Map<String, String> environment) {
    boolean readable = !environment.containsKey(RECORDING);
    Archives archives = new Archives(root, architecture, readable);
    if (readable) {
      for (FunctionModule module : FunctionModule.values()) {
        archives.requireBuilt(module);
      }
    }
    return archives;
  }

  FileArchive of(FunctionModule module) {
    return new FileArchive(ROOT.resolve(name(module)).toString().replace('\\', '/'));
  }

  /** Returns the path of an archive from the root. */
  String name(FunctionModule module) {
    return module.archive(architecture);
  }

  /** Returns the archives of all functions; none while a plan is recorded. */
  List<Path> all() {
    return readable
        ? Arrays.stream(FunctionModule.values()).map(this::path).distinct().toList()
        : List.of();
  }

  /**
   * Returns the SHA-256 of an archive in base64, as Lambda does; empty while a plan is recorded.
   */
  Optional<String> sha256(FunctionModule module) {
    if (!readable) {
      return Optional.empty();
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path(module)));
      return Optional.of(Base64.getEncoder().encodeToString(hash));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private void requireBuilt(FunctionModule module) {
    if (!Files.isRegularFile(path(module))) {
      throw new SettingInvalid(
          "%s is missing: build it first, with ./mvnw package -DskipTests at the root"
              .formatted(path(module)));
    }
  }

  private Path path(FunctionModule module) {
    return root.resolve(name(module));
  }
}
