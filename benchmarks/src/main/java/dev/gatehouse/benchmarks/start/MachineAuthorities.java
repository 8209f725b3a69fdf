package dev.gatehouse.benchmarks.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a function trust the stand-ins where its client asks the machine, and not the JDK, whom to
 * trust: so do TLS in native code and Go.
 *
 * <p>The machine's authorities are not the benchmark's to change, and no variable tells a native
 * client of others. So each process is given a view of the file system in which that one file is
 * the machine's own with one certificate more. Everything that is measured is started so: what it
 * costs, it costs all alike, and no client goes without checking certificates.
 */
final class MachineAuthorities {
  /** Where distributions keep them; the AWS Common Runtime and Go take the first that is there. */
  private static final List<Path> KNOWN =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/pki/tls/cacert.pem"),
          Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  /** The shell becomes the function: it has the number of the process that was started. */
  private static final List<String> VIEW =
      List.of("unshare", "-rm", "sh", "-c", "mount --bind \"$0\" \"$1\" && shift && exec \"$@\"");

  private final Path machines;
  private final Path ours;

  private MachineAuthorities(Path machines, Path ours) {
    this.machines = machines;
    this.ours = ours;
  }

  /**
   * Adds a certificate to those of the machine, in a file of this directory.
   *
   * @throws IOException if no process can be given this view
   */
  static MachineAuthorities with(String certificate, Path directory)
      throws IOException, InterruptedException {
    Path machines =
        KNOWN.stream()
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(
                () -> new IOException("This machine keeps its authorities in none of " + KNOWN));
    Path ours = directory.resolve("authorities.pem");
    Files.writeString(ours, Files.readString(machines) + "\n" + certificate);
    MachineAuthorities authorities = new MachineAuthorities(machines, ours);
    authorities.prove();
    return authorities;
  }

  /** Returns the command by which another command starts with these authorities. */
  List<String> seenBy(List<String> command) {
    List<String> all = new ArrayList<>(VIEW);
    all.add(ours.toString());
    all.add(machines.toString());
    all.addAll(command);
    return all;
  }

  /** Reads the file as a function would. */
  private void prove() throws IOException, InterruptedException {
    ProcessBuilder reader = new ProcessBuilder(seenBy(List.of("cat", machines.toString())));
    reader.redirectErrorStream(true);
    String seen;
    try {
      Process process = reader.start();
      seen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
    } catch (IOException notThere) {
      seen = String.valueOf(notThere.getMessage());
    }
    if (!seen.equals(Files.readString(ours))) {
      throw new IOException(
          "The benchmark needs `unshare` and `mount` of util-linux, and a machine that lets this"
              + " user have a mount namespace (`unshare -rm true` must succeed), so that functions"
              + " can check the certificate of the stand-ins. What came instead: "
              + seen.lines().findFirst().orElse("nothing"));
    }
  }
}
