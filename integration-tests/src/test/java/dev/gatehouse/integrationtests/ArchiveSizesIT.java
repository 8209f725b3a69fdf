package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A function carries no more than it needs, since each start looks through all of it. */
class ArchiveSizesIT {
  private static final long MEGABYTE = 1_000_000;

  @ParameterizedTest
  @CsvSource({
    "triggers/target/gatehouse-triggers.zip, 4",
    "triggers/target/gatehouse-triggers-data-arm64.zip, 12",
    "triggers/target/gatehouse-triggers-data-x86_64.zip, 12",
    "triggers/target/gatehouse-triggers-mail-arm64.zip, 25",
    "triggers/target/gatehouse-triggers-mail-x86_64.zip, 25",
    "triggers/target/gatehouse-triggers-reconcile-arm64.zip, 12",
    "triggers/target/gatehouse-triggers-reconcile-x86_64.zip, 12",
    "api/target/gatehouse-api-arm64.zip, 12",
    "api/target/gatehouse-api-x86_64.zip, 12"
  })
  void archiveStaysUnderItsLimit(String archive, long megabytes) throws IOException {
    assertThat(Files.size(Machine.ROOT.resolve(archive))).isLessThan(megabytes * MEGABYTE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "triggers/target/gatehouse-triggers-data",
        "triggers/target/gatehouse-triggers-mail",
        "triggers/target/gatehouse-triggers-reconcile",
        "api/target/gatehouse-api"
      })
  void archivesForTwoProcessorsDifferInCrtAlone(String archive) throws IOException {
    Map<String, Long> arm64 = contents(archive + "-arm64.zip");
    Map<String, Long> x86 = contents(archive + "-x86_64.zip");
    Set<Map.Entry<String, Long>> common = new HashMap<>(arm64).entrySet();
    common.retainAll(x86.entrySet());

    arm64.entrySet().removeAll(Set.copyOf(common));
    x86.entrySet().removeAll(Set.copyOf(common));
    assertThat(String.join(" ", new TreeSet<>(arm64.keySet())))
        .matches("lib/aws-crt-[0-9.]+-linux-aarch_64\\.jar lib/libaws-crt-jni\\.so");
    assertThat(String.join(" ", new TreeSet<>(x86.keySet())))
        .matches("lib/aws-crt-[0-9.]+-linux-x86_64\\.jar lib/libaws-crt-jni\\.so");
    assertThat(common).noneMatch(it -> it.getKey().matches("lib/(lib)?aws-crt-(?!client).*"));
  }

  @Test
  void whatCallsNobodyHoldsNoNativeCode() throws IOException {
    assertThat(contents("triggers/target/gatehouse-triggers.zip").keySet())
        .noneMatch(name -> name.matches("lib/(aws-crt|crt-core|.*-linux-).*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "triggers/target/gatehouse-triggers-data-arm64.zip",
        "triggers/target/gatehouse-triggers-mail-arm64.zip",
        "triggers/target/gatehouse-triggers-reconcile-arm64.zip",
        "api/target/gatehouse-api-arm64.zip"
      })
  void archiveHoldsOneHttpClientOnly(String archive) throws IOException {
    assertThat(contents(archive).keySet())
        .filteredOn(
            name -> name.matches("lib/(url-connection|apache5?|netty-nio|aws-crt)-client.*"))
        .singleElement()
        .asString()
        .contains("aws-crt-client");
  }

  /** Returns the name of every file and the checksum of what is in it. */
  private static Map<String, Long> contents(String archive) throws IOException {
    Path path = Machine.ROOT.resolve(archive);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      Map<String, Long> contents = new HashMap<>();
      zip.stream().forEach((ZipEntry entry) -> contents.put(entry.getName(), entry.getCrc()));
      return contents;
    }
  }
}
