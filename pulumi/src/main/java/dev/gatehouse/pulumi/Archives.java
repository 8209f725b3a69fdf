package dev.gatehouse.pulumi;

import com.pulumi.asset.FileArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Knows where the build leaves the Lambda archives, seen from this room.
 *
 * @param mustExist false while plan.json is recorded, which needs their names but not their bytes
 */
record Archives(Path root, boolean mustExist) {
  /** Set by the recorder alone: the plan can be written before the archives are built. */
  static final String RECORDING = "GATEHOUSE_RECORDING";

  /**
   * Returns the archives beside the working directory, which {@code pulumi up} sets to this room.
   */
  static Archives fromEnvironment() {
    return fromEnvironment(System.getenv());
  }

  static Archives fromEnvironment(Map<String, String> environment) {
    return new Archives(Path.of(".."), !environment.containsKey(RECORDING));
  }

  /** Returns the archive of this room; throws {@link SettingInvalid} if it is not built yet. */
  FileArchive of(String room) {
    Path archive = root.resolve(room).resolve("target/gatehouse-%s.zip".formatted(room));
    if (mustExist && !Files.isRegularFile(archive)) {
      throw new SettingInvalid(
          "%s is missing: build it first, with ./mvnw -pl triggers,api -am package at the root"
              .formatted(archive));
    }
    return new FileArchive(archive.toString().replace('\\', '/'));
  }
}
