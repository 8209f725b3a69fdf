package dev.gatehouse.benchmarks.start.fakeaws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The certificate of the fakes, created for one run, and a trust store with it. */
public final class ServerCertificate {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String ALIAS = "benchmark";

  private final KeyStore keys;
  private final Path trustStore;

  private ServerCertificate(KeyStore keys, Path trustStore) {
    this.keys = keys;
    this.trustStore = trustStore;
  }

  /** Creates the certificate in a directory with the JDK's keytool. */
  public static ServerCertificate in(Path directory)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = directory.resolve("server.p12");
    Files.deleteIfExists(store);
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String size = "2048"; // as AWS's endpoints have
    List<String> command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "RSA",
            "-keysize",
            size,
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            "changeit");
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException("keytool ended with " + status);
    }
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    return new ServerCertificate(keys, createTrustStore(keys, directory.resolve("trust.jks")));
  }

  /** Creates a trust store that also has the JDK's authorities, since a real start reads them. */
  private static Path createTrustStore(KeyStore keys, Path file)
      throws IOException, GeneralSecurityException {
    Path authorities = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    KeyStore trust = KeyStore.getInstance("JKS"); // certificates in it are not encrypted
    trust.load(null, null);
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(authorities)) {
      all.load(in, null);
    }
    for (String alias : Collections.list(all.aliases())) {
      trust.setCertificateEntry(alias, all.getCertificate(alias));
    }
    trust.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
    try (OutputStream out = Files.newOutputStream(file)) {
      trust.store(out, PASSWORD);
    }
    return file;
  }

  /** Returns the TLS context of a server with this certificate. */
  SSLContext context() throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** Returns the certificate in PEM format. */
  public String pem() throws GeneralSecurityException {
    byte[] bytes = keys.getCertificate(ALIAS).getEncoded();
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
        + "\n-----END CERTIFICATE-----\n";
  }

  /** Returns the trust store of a Java client. */
  public Path trustStore() {
    return trustStore;
  }
}
