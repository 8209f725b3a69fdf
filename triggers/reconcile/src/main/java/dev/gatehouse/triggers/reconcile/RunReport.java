package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.lambda.log.InvocationLog.Invocation;
import dev.gatehouse.lambda.log.Outcome;
import dev.gatehouse.triggers.reconcile.ReconcileProgress.Stop;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log line, the metrics and the response of one run. */
record RunReport(ReconcileProgress progress, LeasedPass leased) {

  /** Writes the line with the metrics. */
  void writeTo(Invocation invocation) {
    if (progress.failure() != null) {
      invocation.failedBy(progress.failure());
    }
    if (!leased.isIdle()) {
      invocation.counted("UsersSeen", progress.seen());
    }
    invocation.counted("ReconcilePassAge", leased.ageInMinutes());
    rareCounts()
        .forEach(
            (metric, many) -> {
              if (many > 0) {
                invocation.counted(metric, many);
              }
            });
    invocation.ended(outcome());
  }

  /** Returns the counts of what not every run has; AWS charges for a metric that is 0, too. */
  private Map<String, Long> rareCounts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("UsersCopied", progress.written());
    counts.put("UsersNotCopied", progress.failures());
    counts.put("ReconcilePassesFinished", progress.isPassFinished() ? 1L : 0L);
    counts.put("UserRepaired", progress.repaired());
    counts.put("MailboxClaimsLost", progress.claimsLost());
    counts.put("UserRowsDifferent", progress.different());
    counts.put("UserRowsWithoutUser", progress.gone());
    counts.put("UserRowsRemoved", progress.removed());
    counts.put("UnconfirmedUsersRemoved", progress.removedUnconfirmed());
    counts.put("ErasuresIncomplete", progress.erasuresIncomplete());
    return counts;
  }

  private Outcome outcome() {
    @Nullable Stop stop = progress.stopped();
    if (stop == Stop.OUT_OF_TIME || stop == Stop.LEASE_LOST) {
      return Outcome.of("stopped").withCode(stop.name());
    }
    if (stop != null) {
      return Outcome.error("stopped", stop.name());
    }
    if (progress.failures() > 0) {
      return Outcome.error("reconciled", "COPY_FAILED");
    }
    if (progress.unchecked() > 0) {
      return Outcome.error("reconciled", Stop.CHECK_FAILED.name());
    }
    return Outcome.of(leased.isIdle() ? "nothing-to-continue" : "reconciled");
  }

  /** Returns the counts of a run, and whether the pass is done. */
  static Map<String, Object> response(ReconcileProgress progress) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("done", progress.stopped() == null);
    response.put("seen", progress.seen());
    response.put("written", progress.written());
    response.put("repaired", progress.repaired());
    response.put("different", progress.different());
    response.put("gone", progress.gone());
    response.put("removed", progress.removed());
    response.put("postponed", progress.postponed());
    response.put("claimsFreed", progress.claimsFreed());
    response.put("unconfirmedRemoved", progress.removedUnconfirmed());
    response.put("rowsChecked", progress.areRowsChecked());
    response.put("failed", progress.failures());
    if (progress.isListedAgain()) {
      response.put("listedAgain", true);
    }
    if (progress.stopped() != null) {
      response.put("stopped", progress.stopped().name());
    }
    return response;
  }
}
