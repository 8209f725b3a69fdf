package dev.gatehouse.pulumi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.settings.SettingInvalid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListFilesTest {
  /** A list file on the class path of the tests. */
  private static final String LIST = "list-of-a-user.txt";

  private static final Map<String, String> SETTINGS =
      Map.of("EMAIL_DENY_FILE", LIST, "EMAIL_MX", "off");

  @TempDir private Path root;

  @Test
  void archivesWithTheListOfTheSourcesAreTaken() throws IOException {
    build(LIST, Files.readString(Path.of("src/test/resources", LIST)));

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void archiveWithAnotherListIsRefused() throws IOException {
    build(LIST, "example.net\n");

    assertThatThrownBy(this::check)
        .isInstanceOf(SettingInvalid.class)
        .hasMessageContaining("list-of-a-user.txt in ")
        .hasMessageContaining("is not the one in email-rules/src/main/resources: build the");
  }

  @Test
  void archiveWithoutTheListIsRefused() throws IOException {
    build("other.txt", "");

    assertThatThrownBy(this::check).hasMessageContaining("build the archives again");
  }

  @Test
  void archiveOfAFunctionWithoutRulesIsTaken() throws IOException {
    for (String archive : ArchivePaths.all()) {
      write(archive, zip("lib/other.jar", new byte[0]));
    }

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  private void check() {
    ListFiles.refuseStale(SETTINGS, Archives.builtIn(root, "arm64"));
  }

  private void build(String file, String content) throws IOException {
    byte[] jar = zip(file, content.getBytes(UTF_8));
    for (String archive : ArchivePaths.all()) {
      write(archive, zip("lib/gatehouse-email-rules-1.jar", jar));
    }
  }

  private void write(String archive, byte[] content) throws IOException {
    Path file = root.resolve(archive);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("lib/"));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }
}
