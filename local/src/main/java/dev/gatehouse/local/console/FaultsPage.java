package dev.gatehouse.local.console;

import dev.gatehouse.local.faults.Fault;
import dev.gatehouse.local.faults.FaultEffect;
import dev.gatehouse.local.faults.Faults.ActiveFault;
import io.jstach.jstache.JStache;
import java.util.List;

/**
 * The faults that are switched on, and a form for one more.
 *
 * @param functions the names of the functions
 */
@JStache(path = "dev/gatehouse/local/console/faults.html")
record FaultsPage(List<FaultRow> faults, List<String> functions) {

  /** A fault that is switched on, in words. */
  record FaultRow(String target, String effect, String share, int hits) {

    static FaultRow of(ActiveFault active) {
      Fault fault = active.fault();
      String effect =
          fault.effect().jsonName()
              + (fault.error().isEmpty() ? "" : " " + fault.error())
              + (fault.delay().isZero() ? "" : " " + fault.delay().toMillis() + " ms");
      return new FaultRow(
          fault.function().isEmpty()
              ? fault.service() + " " + fault.operation()
              : "function " + fault.function(),
          effect,
          Math.round(fault.share() * 100)
              + " %"
              + (fault.times() == 0 ? "" : ", " + fault.times() + " times"),
          active.hits());
    }
  }

  List<String> services() {
    return Fault.SERVICES;
  }

  List<String> effects() {
    return FaultEffect.jsonNames();
  }

  boolean none() {
    return faults.isEmpty();
  }
}
