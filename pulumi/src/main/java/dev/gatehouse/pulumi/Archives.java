package dev.gatehouse.pulumi;

import com.pulumi.asset.FileArchive;
import dev.gatehouse.pulumi.settings.SettingInvalid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Are the Lambda archives, where the build of their rooms leaves them; a function is given no more
 * than it uses, since every jar on the class path is looked into when it starts. What calls AWS
 * holds native code and is there once for every processor.
 *
 * @param triggers without the AWS SDK
 * @param triggersData with what writes rows
 * @param triggersMail with what decrypts codes and sends mails
 * @param triggersReconcile with what reads the pool
 */
record Archives(
    FileArchive triggers,
    FileArchive triggersData,
    FileArchive triggersMail,
    FileArchive triggersReconcile,
    FileArchive api) {
  /**
   * Set by the recorder alone: plan.json holds the names of the archives and can do without them.
   */
  private static final String RECORDING = "GATEHOUSE_RECORDING";

  /**
   * Finds those for this processor beside this room, which Pulumi makes the working directory;
   * throws {@link SettingInvalid} if one is not built, before anything is declared.
   */
  static Archives built(String architecture) {
    return built(Path.of(".."), architecture, System.getenv());
  }

  static Archives built(Path root, String architecture, Map<String, String> environment) {
    boolean mustExist = !environment.containsKey(RECORDING);
    String end = "-" + architecture + ".zip";
    return new Archives(
        archive(root, "triggers/target/gatehouse-triggers.zip", mustExist),
        archive(root, "triggers/target/gatehouse-triggers-data" + end, mustExist),
        archive(root, "triggers/target/gatehouse-triggers-mail" + end, mustExist),
        archive(root, "triggers/target/gatehouse-triggers-reconcile" + end, mustExist),
        archive(root, "api/target/gatehouse-api" + end, mustExist));
  }

  private static FileArchive archive(Path root, String path, boolean mustExist) {
    Path archive = root.resolve(path);
    if (mustExist && !Files.isRegularFile(archive)) {
      throw new SettingInvalid(
          "%s is missing: build it first, with ./mvnw -pl triggers,api -am package at the root"
              .formatted(archive));
    }
    return new FileArchive(archive.toString().replace('\\', '/'));
  }
}
