package dev.gatehouse.local.console;

import dev.gatehouse.local.clock.MovableClock;
import dev.gatehouse.local.console.Notices.Notice;
import dev.gatehouse.local.control.Route;
import dev.gatehouse.local.control.RoutedRequest;
import dev.gatehouse.local.http.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.stream.Stream;

/** The buttons that move the clock. */
record ClockForm(Notices notices, MovableClock clock) {

  Stream<Route> routes() {
    return Stream.of(Route.of("POST", "/_gatehouse/console/clock", this::move));
  }

  private Response move(RoutedRequest request) {
    try {
      clock.forward(Duration.parse(request.field("forward")));
      return notices.redirect(
          "/", new Notice("It is " + clock.instant() + " in the emulator now.", false));
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      return notices.redirect("/", new Notice("The clock moves forward by a duration.", true));
    }
  }
}
