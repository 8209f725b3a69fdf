package dev.gatehouse.local.process;

import java.util.List;
import java.util.stream.Stream;

/** The command line of a child process that only the emulator ends. */
public final class ChildCommand {

  /**
   * A terminal sends Ctrl-C and its own end to the whole process group. A child that died of them
   * would look like a failure, so it ignores them, as it does the end of a service. The shell's own
   * variables are not for the child.
   */
  private static final String IGNORE_SIGNALS =
      "trap '' INT HUP TERM; unset PWD OLDPWD SHLVL; exec \"$@\"";

  private ChildCommand() {}

  /** Returns the command that runs this one with SIGINT, SIGHUP and SIGTERM ignored. */
  public static List<String> ignoringSignals(List<String> command) {
    return Stream.concat(Stream.of("/bin/sh", "-c", IGNORE_SIGNALS, "sh"), command.stream())
        .toList();
  }
}
