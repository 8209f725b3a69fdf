package dev.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the emulator, with a small program in place of the emulator. */
@Timeout(60)
class LauncherIT {

  private static final String PROGRAM =
      """
      package dev.gatehouse.local;
      public final class Main {
        public static void main(String[] args) throws Exception {
          for (String name : new String[] {"program", "sibling", "library"}) {
            java.net.URI jar = Main.class.getResource("/" + name).toURI();
            System.out.println(jar.getSchemeSpecificPart().replaceFirst("^file:", ""));
          }
          System.out.println(java.nio.file.Path.of(args[1]).toRealPath());
          System.out.println(String.join("|", args).substring(args[0].length() + args[1].length() + 1));
          System.out.println(new String(Main.class.getResourceAsStream("/program").readAllBytes()));
        }
      }
      """;

  private static final Path JDK = Path.of(System.getProperty("java.home"));

  @TempDir Path directory = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before each test
  private Path checkout;

  /** The output of the script, one line for each of these. */
  private record Output(
      String program, String sibling, String library, String root, String options, String code) {}

  @BeforeEach
  void buildACheckout() throws IOException {
    directory = directory.toRealPath();
    checkout = directory.resolve("it's a \"check\"-out $HOME `x`");
    writeJar(checkout.resolve("sibling/target/sibling.jar"), "sibling", new byte[0]);
    writeJar(directory.resolve("m2/library-1.jar"), "library", new byte[0]);
    writeProgram(checkout, "first");
    launcher(JDK).write();
  }

  private Launcher launcher(Path jdk) {
    return new Launcher(
        checkout,
        script(checkout),
        List.of(
            checkout.resolve("local/target/program.jar"),
            checkout.resolve("sibling/target/sibling.jar"),
            directory.resolve("m2/library-1.jar")),
        jdk);
  }

  @Test
  void copiedCheckoutRunsItsOwnCode() throws Exception {
    Path copy = directory.resolve("copy");
    copy(checkout, copy);
    writeProgram(copy, "second");

    assertThat(run(script(checkout)).code()).isEqualTo("first");
    Output output = run(script(copy));
    assertThat(output.code()).isEqualTo("second");
    assertThat(output.root()).isEqualTo(copy.toString());
    assertThat(List.of(output.program(), output.sibling(), output.library()))
        .allMatch(jar -> jar.startsWith(copy.toString()));
  }

  @Test
  void movedCheckoutStartsWithoutTheLocalRepository() throws Exception {
    Path moved = directory.resolve("moved");
    Files.move(checkout, moved);
    Files.move(directory.resolve("m2"), directory.resolve("gone"));

    Output output = run(script(moved), "--plan", "a b", "");

    assertThat(output.code()).isEqualTo("first");
    assertThat(output.options()).isEqualTo("|--plan|a b|");
    assertThat(output.library()).startsWith(moved.resolve("local/target/lib").toString());
  }

  @Test
  void scriptIsFoundThroughSymbolicLinks() throws Exception {
    Path links = Files.createDirectories(directory.resolve("links"));
    Files.createSymbolicLink(links.resolve("absolute"), script(checkout));
    Files.createSymbolicLink(links.resolve("relative"), Path.of("absolute"));
    Files.createSymbolicLink(links.resolve("folder"), checkout.resolve("local"));

    assertThat(run(links.resolve("relative")).root()).isEqualTo(checkout.toString());
    assertThat(run(links.resolve("folder/target/start")).root()).isEqualTo(checkout.toString());
  }

  @Test
  void libraryThatIsNoLongerUsedIsDeleted() throws Exception {
    Path old = checkout.resolve("local/target/lib/library-0.jar");
    Files.createFile(old);

    launcher(JDK).write();

    assertThat(old).doesNotExist();
    assertThat(checkout.resolve("local/target/lib/library-1.jar")).exists();
  }

  @Test
  void anotherJdkReplacesThatOfTheBuild() throws Exception {
    launcher(directory.resolve("no jdk")).write();
    String old = fakeJava("17.0.1").toString();

    assertThat(print(Map.of("JAVA_HOME", JDK.toString(), "PATH", old))).contains("first");
    assertThat(print(Map.of("JAVA_HOME", "", "PATH", JDK.resolve("bin") + ":" + old)))
        .contains("first");
    assertThat(print(Map.of("JAVA_HOME", directory.toString(), "PATH", old)))
        .isEqualTo("The JDK of the build is gone: install a JDK 21 or newer\n");
  }

  private String print(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(script(checkout).toString()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().merge("PATH", ":/usr/bin:/bin", String::concat);
    return output(builder);
  }

  /** Returns a folder with a java of this version. */
  private Path fakeJava(String version) throws IOException {
    Path bin = Files.createDirectories(directory.resolve("old/bin"));
    Path java = bin.resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"%s\"' >&2\n".formatted(version));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return bin;
  }

  private Output run(Path script, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(options));
    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    String text =
        output(new ProcessBuilder(command).redirectErrorStream(true).directory(elsewhere.toFile()));
    String[] lines = text.split("\n", -1);
    assertThat(lines).as(text).hasSizeGreaterThan(5);
    return new Output(lines[0], lines[1], lines[2], lines[3], lines[4], lines[5]);
  }

  private static String output(ProcessBuilder builder) throws Exception {
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }

  private static Path script(Path root) {
    return root.resolve("local/target/start");
  }

  private void writeProgram(Path root, String code) throws IOException {
    Path classes = Files.createDirectories(directory.resolve("program"));
    Path source = Files.writeString(classes.resolve("Main.java"), PROGRAM);
    int errors =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), source.toString());
    assertThat(errors).isZero();
    Path type = classes.resolve("dev/gatehouse/local/Main.class");
    Path jar = root.resolve("local/target/program.jar");
    Files.deleteIfExists(jar);
    try (ZipOutputStream zip = open(jar)) {
      put(zip, "dev/gatehouse/local/Main.class", Files.readAllBytes(type));
      put(zip, "program", code.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void writeJar(Path jar, String entry, byte[] content) throws IOException {
    try (ZipOutputStream zip = open(jar)) {
      put(zip, entry, content);
    }
  }

  private static ZipOutputStream open(Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    OutputStream out = Files.newOutputStream(jar);
    return new ZipOutputStream(out);
  }

  private static void put(ZipOutputStream zip, String entry, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(entry));
    zip.write(content);
    zip.closeEntry();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
