package dev.gatehouse.local.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.http.HttpPort;
import dev.gatehouse.local.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalCertificateTest {

  @TempDir Path directory = Path.of("");

  private final LocalCertificate certificate = LocalCertificate.issue(Instant.now());

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void clientThatTrustsTheAuthorityIsServed(String host) throws Exception {
    try (HttpPort port = HttpPort.bindTls(0, certificate.serverContext());
        HttpClient client = HttpClient.newBuilder().sslContext(trustingTheFile()).build()) {
      port.serve(request -> Response.of(200, "text/plain", request.path()));
      assertThat(port.url().getScheme()).isEqualTo("https");
      assertThat(get(client, URI.create("https://" + host + ":" + port.number() + "/a")))
          .isEqualTo("/a");
    }
  }

  @Test
  void clientThatDoesNotTrustTheAuthorityRefusesTheServer() {
    try (HttpPort port = HttpPort.bindTls(0, certificate.serverContext());
        HttpClient client = HttpClient.newHttpClient()) {
      port.serve(request -> Response.of(200, "text/plain", "x"));
      assertThatThrownBy(() -> get(client, port.url())).isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void authorityIssuesNoFurtherAuthorities() throws Exception {
    X509Certificate authority = authority();

    assertThat(authority.getBasicConstraints()).isZero();
    assertThat(authority.getNotAfter().toInstant())
        .isBefore(Instant.now().plus(91, ChronoUnit.DAYS));
  }

  private X509Certificate authority() throws IOException, GeneralSecurityException {
    Path file = directory.resolve("tls/ca.pem");
    certificate.writeAuthority(file);
    try (InputStream in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private SSLContext trustingTheFile() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", authority());
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static String get(HttpClient client, URI url) throws Exception {
    return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
  }
}
