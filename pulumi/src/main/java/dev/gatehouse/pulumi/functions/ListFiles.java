package dev.gatehouse.pulumi.functions;

import dev.gatehouse.pulumi.settings.SettingInvalid;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The list files that settings name. The program has them from the sources; functions have them
 * from their archives, which {@code pulumi up} does not build.
 */
public final class ListFiles {
  private static final String JAR = "lib/gatehouse-email-rules-.*\\.jar";

  private ListFiles() {}

  /**
   * Checks that the archives have the files as the program has them.
   *
   * @param variables the variables of the email rules
   * @throws SettingInvalid if an archive was built from other files
   */
  public static void refuseStale(Map<String, String> variables, Archives archives) {
    for (Path archive : archives.all()) {
      for (Map.Entry<String, String> variable : variables.entrySet()) {
        if (variable.getKey().endsWith("_FILE")) {
          refuseStale(variable.getValue(), archive);
        }
      }
    }
  }

  private static void refuseStale(String file, Path archive) {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive));
        @Nullable InputStream source = ListFiles.class.getClassLoader().getResourceAsStream(file)) {
      if (source != null
          && find(zip, JAR) != null
          && !Arrays.equals(source.readAllBytes(), entry(zip, file))) {
        throw new SettingInvalid(
            "%s in %s is not the one in email-rules/src/main/resources: build the archives again, with ./mvnw package -DskipTests at the root"
                .formatted(file, archive));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the content of a file of the jar that the archive is at; nothing if it has none. */
  private static byte[] entry(ZipInputStream archive, String file) throws IOException {
    ZipInputStream jar = new ZipInputStream(archive);
    return find(jar, Pattern.quote(file)) == null ? new byte[0] : jar.readAllBytes();
  }

  private static @Nullable ZipEntry find(ZipInputStream zip, String pattern) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    while (entry != null && !entry.getName().matches(pattern)) {
      entry = zip.getNextEntry();
    }
    return entry;
  }
}
