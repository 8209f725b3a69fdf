package dev.gatehouse.local;

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
 * @param data the directory for users and tables, null to keep them in memory
 * @param warmUp whether every function is initialized at start, or with its first invocation
 * @param issuer whose address is the issuer of tokens
 */
record EmulatorOptions(
    Path root,
    int apiPort,
    int awsPort,
    OptionalInt httpsPort,
    @Nullable Path data,
    boolean warmUp,
    Issuer issuer) {

  /** The issuers of tokens, as the command line names them. */
  enum Issuer {
    /** AWS's address. */
    aws,
    /** The address of the AWS port. */
    local,
    /** The address of the port for TLS. */
    https
  }
}
