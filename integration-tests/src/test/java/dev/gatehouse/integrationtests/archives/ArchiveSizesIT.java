package dev.gatehouse.integrationtests.archives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.project.MavenModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The size and content of the archives, which each start reads. */
class ArchiveSizesIT {
  private static final long MEGABYTE = 1_000_000;

  /**
   * Modules without native code, which the AWS clients bring: one archive is for both processors.
   */
  private static final Set<String> PORTABLE =
      Set.of("triggers/pre-sign-up", "triggers/custom-message");

  /** The limit of such an archive, in megabytes. */
  private static final int PORTABLE_LIMIT = 4;

  /** The limit of an archive with AWS clients, in megabytes. */
  private static final int LIMIT = 12;

  /** The limits of larger archives: the encryption SDK and three clients. */
  private static final Map<String, Integer> LARGER = Map.of("triggers/custom-email-sender", 25);

  static List<MavenModule> functions() {
    return MavenModule.all().stream().filter(MavenModule::isLambdaArchive).toList();
  }

  static Stream<MavenModule> portable() {
    return functions().stream().filter(ArchiveSizesIT::isPortable);
  }

  static Stream<MavenModule> forEachProcessor() {
    return functions().stream().filter(module -> !isPortable(module));
  }

  private static boolean isPortable(MavenModule module) {
    return PORTABLE.contains(module.name());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void archiveStaysUnderItsLimit(MavenModule module) throws IOException {
    int limit = LARGER.getOrDefault(module.name(), isPortable(module) ? PORTABLE_LIMIT : LIMIT);
    assertThat(module.archives()).isNotEmpty();
    for (Path archive : module.archives()) {
      assertThat(Files.size(archive)).as(archive.toString()).isLessThan(limit * MEGABYTE);
    }
  }

  @ParameterizedTest
  @MethodSource("forEachProcessor")
  void archivesForTwoProcessorsDifferInCrtAlone(MavenModule module) throws IOException {
    Map<String, Long> arm64 = contents(archive(module, "-arm64.zip"));
    Map<String, Long> x86 = contents(archive(module, "-x86_64.zip"));
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

  @ParameterizedTest
  @MethodSource("portable")
  void archiveWithoutAwsClientsHasNoNativeCode(MavenModule module) throws IOException {
    assertThat(contents(archive(module, ".zip")).keySet())
        .noneMatch(name -> name.matches("lib/(aws-crt|crt-core|.*-linux-).*"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void archiveHasNoAnnotationsForCompilers(MavenModule module) throws IOException {
    for (Path archive : module.archives()) {
      assertThat(contents(archive).keySet())
          .noneMatch(name -> name.matches("lib/(org\\.eclipse\\.jdt|jspecify|checker).*"));
    }
  }

  @ParameterizedTest
  @MethodSource("forEachProcessor")
  void archiveHasOneHttpClientOnly(MavenModule module) throws IOException {
    assertThat(contents(archive(module, "-arm64.zip")).keySet())
        .filteredOn(
            name -> name.matches("lib/(url-connection|apache5?|netty-nio|aws-crt)-client.*"))
        .singleElement()
        .asString()
        .contains("aws-crt-client");
  }

  private static Path archive(MavenModule module, String suffix) {
    String function = module.folder().getFileName().toString();
    return module.folder().resolve("target/gatehouse-" + function + suffix);
  }

  /** Returns the checksum of every file of an archive, by name. */
  private static Map<String, Long> contents(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Map<String, Long> contents = new HashMap<>();
      zip.stream().forEach((ZipEntry entry) -> contents.put(entry.getName(), entry.getCrc()));
      return contents;
    }
  }
}
