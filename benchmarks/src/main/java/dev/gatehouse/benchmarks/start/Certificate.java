package dev.gatehouse.benchmarks.start;

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

/** Is the certificate of the stand-ins, made for one run, and the store that trusts it. */
final class Certificate {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String ALIAS = "benchmark";

  private final KeyStore keys;
  private final Path trustStore;

  private Certificate(KeyStore keys, Path trustStore) {
    this.keys = keys;
    this.trustStore = trustStore;
  }

  /** Makes it in this directory, with the JDK's own tool. */
  static Certificate in(Path directory)
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
    return new Certificate(keys, trusting(keys, directory.resolve("trust.jks")));
  }

  /** Holds every authority that the JDK trusts too: reading them is part of a real start. */
  private static Path trusting(KeyStore keys, Path file)
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

  /** Returns what a server with this certificate speaks. */
  SSLContext context() throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** Returns it as files of authorities have it. */
  String pem() throws GeneralSecurityException {
    byte[] bytes = keys.getCertificate(ALIAS).getEncoded();
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
        + "\n-----END CERTIFICATE-----\n";
  }

  /** Returns the store by which a client in Java trusts it. */
  Path trustStore() {
    return trustStore;
  }
}
