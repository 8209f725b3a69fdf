package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function carries no more than it needs, since each start looks through all of it. */
class ArchiveSizesIT {
  private static final long MEGABYTE = 1_000_000;

  @ParameterizedTest
  @CsvSource({
    "triggers/target/gatehouse-triggers.zip, 4",
    "triggers/target/gatehouse-triggers-data.zip, 12",
    "triggers/target/gatehouse-triggers-mail.zip, 25",
    "triggers/target/gatehouse-triggers-reconcile.zip, 12",
    "api/target/gatehouse-api.zip, 12"
  })
  void archiveStaysUnderItsLimit(String archive, long megabytes) throws IOException {
    assertThat(Files.size(Machine.ROOT.resolve(archive))).isLessThan(megabytes * MEGABYTE);
  }

  @ParameterizedTest
  @CsvSource({
    "triggers/target/gatehouse-triggers-data.zip",
    "triggers/target/gatehouse-triggers-mail.zip",
    "triggers/target/gatehouse-triggers-reconcile.zip",
    "api/target/gatehouse-api.zip"
  })
  void archiveHoldsOneHttpClientOnly(String archive) throws IOException {
    try (ZipFile zip = new ZipFile(Machine.ROOT.resolve(archive).toFile())) {
      List<String> clients =
          zip.stream()
              .map(ZipEntry::getName)
              .filter(
                  name -> name.matches("lib/(url-connection|apache5?|netty-nio|aws-crt)-client.*"))
              .toList();
      assertThat(clients).singleElement().asString().contains("url-connection-client");
    }
  }
}
