package dev.gatehouse.benchmarks.start.fakeaws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The operating system's certificate authorities with the fakes' certificate added. TLS clients in
 * native code and Go read these instead of the JDK's.
 *
 * <p>The benchmark must not change the file of the operating system, and no variable points a
 * native client to another. So each process starts in a mount namespace in which that file is
 * replaced by a copy with one more certificate. All measured processes start this way, so the
 * overhead is the same for all, and every client verifies certificates.
 */
public final class TrustedAuthorities {
  /** The files of the distributions; the AWS Common Runtime and Go read the first that exists. */
  private static final List<Path> KNOWN =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/pki/tls/cacert.pem"),
          Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  /**
   * A shell command that ends in {@code exec}, so that the function has the process id of the
   * shell.
   */
  private static final List<String> NAMESPACE =
      List.of("unshare", "-rm", "sh", "-c", "mount --bind \"$0\" \"$1\" && shift && exec \"$@\"");

  private final Path original;
  private final Path extended;

  private TrustedAuthorities(Path original, Path extended) {
    this.original = original;
    this.extended = extended;
  }

  /**
   * Adds a certificate to those of the operating system, in a file of a directory.
   *
   * @throws IOException if processes cannot have mount namespaces
   */
  public static TrustedAuthorities with(String certificate, Path directory)
      throws IOException, InterruptedException {
    Path original =
        KNOWN.stream()
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(
                () -> new IOException("No file of certificate authorities among " + KNOWN));
    Path extended = directory.resolve("authorities.pem");
    Files.writeString(extended, Files.readString(original) + "\n" + certificate);
    TrustedAuthorities authorities = new TrustedAuthorities(original, extended);
    authorities.verify();
    return authorities;
  }

  /** Returns a command that starts another command with these authorities. */
  public List<String> wrap(List<String> command) {
    List<String> all = new ArrayList<>(NAMESPACE);
    all.add(extended.toString());
    all.add(original.toString());
    all.addAll(command);
    return all;
  }

  /** Verifies that a process reads the extended file. */
  private void verify() throws IOException, InterruptedException {
    ProcessBuilder reader = new ProcessBuilder(wrap(List.of("cat", original.toString())));
    reader.redirectErrorStream(true);
    String seen;
    try {
      Process process = reader.start();
      seen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
    } catch (IOException notThere) {
      seen = String.valueOf(notThere.getMessage());
    }
    if (!seen.equals(Files.readString(extended))) {
      throw new IOException(
          "The benchmark needs `unshare` and `mount` of util-linux and the right to create a mount"
              + " namespace (`unshare -rm true` must succeed), so that functions can verify the"
              + " certificate of the fakes. Output instead: "
              + seen.lines().findFirst().orElse("nothing"));
    }
  }
}
