package dev.gatehouse.pulumi;

import com.pulumi.asset.FileArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Are the Lambda archives, where the build of their rooms leaves them. */
record Archives(FileArchive triggers, FileArchive api) {
  /**
   * Set by the recorder alone: plan.json holds the names of the archives and can do without them.
   */
  private static final String RECORDING = "GATEHOUSE_RECORDING";

  /**
   * Finds them beside this room, which Pulumi makes the working directory; throws {@link
   * SettingInvalid} if one is not built, before anything is declared.
   */
  static Archives built() {
    return built(Path.of(".."), System.getenv());
  }

  static Archives built(Path root, Map<String, String> environment) {
    boolean mustExist = !environment.containsKey(RECORDING);
    return new Archives(archive(root, "triggers", mustExist), archive(root, "api", mustExist));
  }

  private static FileArchive archive(Path root, String room, boolean mustExist) {
    Path archive = root.resolve("%s/target/gatehouse-%s.zip".formatted(room, room));
    if (mustExist && !Files.isRegularFile(archive)) {
      throw new SettingInvalid(
          "%s is missing: build it first, with ./mvnw -pl triggers,api -am package at the root"
              .formatted(archive));
    }
    return new FileArchive(archive.toString().replace('\\', '/'));
  }
}
