package dev.gatehouse.integrationtests.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.project.MavenModule;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code local/build} in a repository of one source file per module, with a Maven that writes down
 * its modules and a recorder that touches the plan.
 */
class LocalBuildIT {
  private static final String MAVEN =
      """
      last=$(printf '%s' "$*" | sed -n 's/.*-pl \\([^ ]*\\).*/\\1/p')
      echo "$last" >> built-modules
      [ ! -r maven-output ] || { cat maven-output; exit 1; }
      """;

  private static final String RECORDER =
      """
      echo "${1:-default}" >> recorded-plans
      [ ! -r recorder-output ] || { cat recorder-output >&2; exit 1; }
      mkdir -p pulumi/target/plans
      touch "pulumi/target/${1:+plans/}${1:-plan}.json"
      """;

  @TempDir Path repository = Path.of("");

  @BeforeEach
  void copyOfTheRepository() throws Exception {
    for (String file : List.of("local/build", "tools/find-jdk", "pom.xml", "triggers/pom.xml")) {
      copy(file);
    }
    for (MavenModule module : MavenModule.all()) {
      copy(module.name() + "/pom.xml");
      write(module.name() + "/src/main/java/Some.java", "class Some {}");
      Path jar = repository.resolve(module.name() + "/target/gatehouse-some.jar");
      Files.createDirectories(jar.getParent());
      Files.writeString(jar, "");
    }
    write(".mvn/Pack.java", "class Pack {}");
    write("target/packer/some.jar", "");
    write("pulumi/Pulumi.yaml", "name: gatehouse");
    write("pulumi/Pulumi.local.yaml", "config: {}");
    write("pulumi/variants/hosted.yaml", "config: {}");
    Shell.script(repository.resolve("mvnw"), MAVEN);
    Shell.script(repository.resolve("pulumi/target/record"), RECORDER);
    Shell.script(repository.resolve("local/target/start"), "");
    assertThat(build()).isEqualTo(new Shell.Result(0, ""));
    Files.delete(repository.resolve("recorded-plans"));
  }

  private void copy(String file) throws IOException {
    Path copy = repository.resolve(file);
    Files.createDirectories(copy.getParent());
    Files.copy(
        Repository.ROOT.resolve(file), copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minusSeconds(60)));
  }

  /** Writes a file that is older than the next build. */
  private void write(String file, String text) throws IOException {
    Path path = repository.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(60)));
  }

  private void change(String file) throws IOException {
    Files.writeString(repository.resolve(file), "changed");
    Files.setLastModifiedTime(
        repository.resolve(file), FileTime.from(Instant.now().plusSeconds(60)));
  }

  private Shell.Result build() throws IOException, InterruptedException {
    return build("");
  }

  private Shell.Result build(String plan) throws IOException, InterruptedException {
    return Shell.run(repository, Map.of("PLAN", plan), "local/build");
  }

  private List<String> lines(String file) throws IOException {
    Path path = repository.resolve(file);
    return Files.exists(path) ? Files.readAllLines(path) : List.of();
  }

  private List<String> builtAfterAChangeOf(String file) throws Exception {
    change(file);
    assertThat(build().exitCode()).isZero();
    List<String> built = new ArrayList<>();
    for (String line : lines("built-modules")) {
      built.addAll(List.of(line.split(",", -1)));
    }
    return built;
  }

  @Test
  void unchangedRepositoryIsNeitherBuiltNorRecorded() throws Exception {
    assertThat(build()).isEqualTo(new Shell.Result(0, ""));
    assertThat(lines("built-modules")).isEmpty();
    assertThat(lines("recorded-plans")).isEmpty();
  }

  /** The repository of each test is as Maven leaves it, without a build by the script. */
  @Test
  void buildByMavenItselfIsNotRepeated() throws Exception {
    assertThat(lines("built-modules")).isEmpty();
  }

  @Test
  void changedStackIsRecordedWithoutMaven() throws Exception {
    assertThat(builtAfterAChangeOf("pulumi/Pulumi.local.yaml")).isEmpty();
    assertThat(lines("recorded-plans")).containsExactly("default");
  }

  @Test
  void variantIsRecordedWhenItIsAskedFor() throws Exception {
    assertThat(build("pulumi/target/plans/hosted.json").exitCode()).isZero();
    assertThat(lines("recorded-plans")).containsExactly("hosted");
  }

  @Test
  void changedFunctionIsBuiltWithWhatItUses() throws Exception {
    assertThat(builtAfterAChangeOf("triggers/post-confirmation/src/main/java/Some.java"))
        .containsExactlyInAnyOrder(
            "triggers/post-confirmation", "users", "email-rules", "lambda-support", "dynamodb");
  }

  @Test
  void changedLibraryIsBuiltWithEveryModuleThatUsesIt() throws Exception {
    assertThat(builtAfterAChangeOf("messages/src/main/java/Some.java"))
        .contains(
            "messages",
            "triggers/custom-message",
            "triggers/custom-email-sender",
            "pulumi",
            "local")
        .doesNotContain("triggers/pre-sign-up");
  }

  @Test
  void changedEmulatorIsBuiltWithWhatItUses() throws Exception {
    assertThat(builtAfterAChangeOf("local/src/main/java/Some.java"))
        .containsExactly("local", "messages", "dynamodb");
  }

  @Test
  void deletedAndNewFilesAreChanges() throws Exception {
    Files.delete(repository.resolve("local/src/main/java/Some.java"));
    write("pulumi/src/main/java/New.java", "class New {}");

    assertThat(build().exitCode()).isZero();
    assertThat(lines("built-modules")).containsExactly("local,pulumi,messages,dynamodb");
  }

  @Test
  void moduleWithoutItsJarIsBuilt() throws Exception {
    Files.delete(repository.resolve("api/target/gatehouse-some.jar"));

    assertThat(build().exitCode()).isZero();
    assertThat(lines("built-modules").getFirst()).startsWith("api");
  }

  @Test
  void everyModuleIsBuiltAfterAChangeOfTheRootPomOrThePacker() throws Exception {
    assertThat(builtAfterAChangeOf(".mvn/Pack.java").getFirst()).startsWith("!integration-tests");
  }

  @Test
  void everyModuleThatRunsIsBuilt() throws Exception {
    List<String> named =
        List.of(Files.readString(Repository.ROOT.resolve("local/build")).split("\\s|\"", -1));

    assertThat(MavenModule.all())
        .extracting(MavenModule::name)
        .filteredOn(name -> !List.of("integration-tests", "benchmarks", "clients").contains(name))
        .allMatch(named::contains);
  }

  @Test
  void errorOfTheCompilerIsLastAndMavenIsSilent() throws Exception {
    write(
        "maven-output",
        """
        [INFO] Compiling 3 files
        [WARNING] something
        [WARNING] COMPILATION WARNING :
        [WARNING] /x/Some.java:[1,1] [rawtypes] found raw type
        [INFO] 1 warning
        [ERROR] COMPILATION ERROR :
        [ERROR] /x/Some.java:[3,5] cannot find symbol
          symbol:   class Nothing
        [INFO] 1 error
        [INFO] BUILD FAILURE
        [ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin on project x
        [ERROR] /x/Some.java:[3,5] cannot find symbol
        [ERROR] -> [Help 1]
        [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
        """);
    change("local/src/main/java/Some.java");

    Shell.Result failed = build();

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.output())
        .isEqualTo(
            """
            Building local
            /x/Some.java:[1,1] [rawtypes] found raw type
            /x/Some.java:[3,5] cannot find symbol
              symbol:   class Nothing
            """);
  }

  @Test
  void failedBuildIsRepeated() throws Exception {
    write("maven-output", "[ERROR] Could not resolve dependencies for project x\n");
    change("messages/src/main/java/Some.java");
    Shell.Result failed = build();
    assertThat(failed.lastLine()).isEqualTo("Could not resolve dependencies for project x");
    Files.delete(repository.resolve("maven-output"));

    assertThat(build().exitCode()).isZero();
    List<Set<String>> built =
        lines("built-modules").stream().map(line -> Set.of(line.split(",", -1))).toList();
    assertThat(built).hasSize(2);
    assertThat(built.get(1)).isEqualTo(built.getFirst());
  }

  @Test
  void refusedSettingIsLastAndRefusedAgain() throws Exception {
    write("recorder-output", "gatehouse:emailMx is never, but must be off or log or reject\n");
    change("pulumi/Pulumi.local.yaml");

    for (int attempt = 0; attempt < 2; attempt++) {
      assertThat(build())
          .isEqualTo(
              new Shell.Result(
                  1, "gatehouse:emailMx is never, but must be off or log or reject\n"));
    }
  }
}
