package dev.gatehouse.integrationtests.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.integrationtests.project.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tools/find-jdk} on computers with other JDKs. */
class FindJdkIT {
  @TempDir Path computer = Path.of("");
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void withoutAnyJdk() throws IOException {
    List<String> commands = List.of("sh", "sed", "tr", "env", "dirname", "readlink");
    variables.put("PATH", Shell.commands(computer.resolve("bin"), commands).toString());
    variables.put("HOME", computer.resolve("home").toString());
    variables.put("JDKS", computer.resolve("jvm").toString());
  }

  private Path jdk(String home, String version) throws IOException {
    Path folder = computer.resolve(home);
    Shell.script(folder.resolve("bin/javac"), "echo javac " + version);
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    return folder;
  }

  private Shell.Result findJdk() throws IOException, InterruptedException {
    return Shell.runWithOnly(variables, Repository.ROOT.resolve("tools/find-jdk").toString());
  }

  private void finds(Path home) throws IOException, InterruptedException {
    assertThat(findJdk().output().strip()).isEqualTo(home.toString());
    assertThat(findJdk().exitCode()).isZero();
  }

  @Test
  void computerWithoutAJdkIsToldToInstallOneInOneSentence() throws Exception {
    Shell.Result result = findJdk();

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output().strip())
        .isEqualTo(
            "Install a JDK 21 or newer, for example from https://adoptium.net: found no JDK.");
  }

  @Test
  void olderJdksAreNamed() throws Exception {
    variables.put("JAVA_HOME", jdk("old", "17.0.15").toString());
    jdk("jvm/older", "1.8.0_402");

    assertThat(findJdk().output().strip().lines()).hasSize(1);
    assertThat(findJdk().output())
        .contains("Install a JDK 21 or newer", "17 in " + computer.resolve("old"), "8 in ");
  }

  @Test
  void jdkOfJavaHomeComesFirst() throws Exception {
    jdk("jvm/installed", "25.0.1");
    Path chosen = jdk("chosen", "21");
    variables.put("JAVA_HOME", chosen.toString());

    finds(chosen);
  }

  @Test
  void runtimeWithoutACompilerIsNoJdk() throws Exception {
    Path runtime = jdk("jvm/runtime", "25.0.1");
    Files.delete(runtime.resolve("bin/javac"));

    assertThat(findJdk().output()).contains("found no JDK");
  }

  @Test
  void jdkOfThePathIsFoundBehindItsLinks() throws Exception {
    Path home = jdk("elsewhere", "22.0.2");
    Files.createSymbolicLink(computer.resolve("bin/javac"), home.resolve("bin/javac"));

    finds(home.toRealPath());
  }

  @Test
  void jdksOfInstallersAreFound() throws Exception {
    jdk("jvm/old", "17.0.1");

    finds(jdk("home/.sdkman/candidates/java/21.0.5-tem", "21.0.5"));
  }

  @Test
  void jdkOfToolchainsXmlIsFoundDespiteSpacesInItsPath() throws Exception {
    Path home = jdk("my jdks/25", "25");
    Path toolchains = computer.resolve("home/.m2/toolchains.xml");
    Files.createDirectories(toolchains.getParent());
    Files.writeString(toolchains, "<x>\n  <jdkHome>%s</jdkHome>\n</x>\n".formatted(home));

    finds(home);
  }
}
