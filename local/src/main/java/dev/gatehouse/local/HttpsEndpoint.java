package dev.gatehouse.local;

import dev.gatehouse.local.http.HttpPort;
import dev.gatehouse.local.tls.LocalCertificate;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The endpoint of AWS's services over TLS.
 *
 * @param caFile the certificate authority that a client must trust, in PEM
 */
record HttpsEndpoint(HttpPort port, Path caFile) {

  /**
   * Binds a port, 0 for any free one, with a certificate of its own, and writes the file of its
   * authority below a directory; throws {@code PortInUse}.
   */
  static HttpsEndpoint bind(int number, Path directory) {
    LocalCertificate certificate = LocalCertificate.issue(Instant.now());
    HttpPort port = HttpPort.bindTls(number, certificate.serverContext());
    // Each port has a file, since several emulators may run from one checkout.
    Path caFile = directory.resolve("ca-" + port.number() + ".pem");
    certificate.writeAuthority(caFile);
    return new HttpsEndpoint(port, caFile);
  }
}
