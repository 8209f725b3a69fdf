package dev.gatehouse.local;

import dev.gatehouse.local.browser.WebAccess;
import dev.gatehouse.local.classarchive.FunctionClassArchive;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The options of the emulator.
 *
 * @param root the repository root, to which the plan's archive paths are relative
 * @param apiPort the port of the API, 0 for any free port
 * @param awsPort the port of AWS's services, 0 for any free port
 * @param httpsPort the port of AWS's services over TLS, empty for none
 * @param demoPort the port of the demo
 * @param data the directory for users and tables, null to keep them in memory
 * @param logs the directory for the logs of functions, null for {@code local/target/logs}
 * @param languages the language folders that a page shows while they are edited
 * @param warmUp whether every function is initialized at start, or with its first invocation
 * @param issuer whose address is the issuer of tokens
 * @param web the hosts and origins to which the emulator answers
 * @param classes what functions do with the archives of their classes
 */
record EmulatorOptions(
    Path root,
    int apiPort,
    int awsPort,
    OptionalInt httpsPort,
    DemoPort demoPort,
    @Nullable Path data,
    @Nullable Path logs,
    Path languages,
    boolean warmUp,
    Issuer issuer,
    WebAccess web,
    FunctionClassArchive.Mode classes) {

  /** Returns the language folders of the repository. */
  static Path languagesUnder(Path root) {
    return root.resolve("messages/src/main/resources/dev/gatehouse/messages/languages")
        .toAbsolutePath()
        .normalize();
  }

  /** The issuers of tokens, as the command line names them. */
  enum Issuer {
    /** AWS's address. */
    aws,
    /** The address of the AWS port. */
    local,
    /** The address of the port for TLS. */
    https
  }

  /**
   * The port of the demo.
   *
   * @param number the port, 0 for any free port
   * @param required whether the start fails if the port is in use; else there is no demo
   */
  record DemoPort(int number, boolean required) {}
}
