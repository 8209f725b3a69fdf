package dev.gatehouse.local.cognito.hosted;

import dev.gatehouse.local.cognito.hosted.Visitor.Stage;
import dev.gatehouse.local.cognito.oauth.AuthorizationCodes;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.http.Response;
import java.util.Optional;

/** Sends people on: signed in to the client with their code, before that to the next page. */
record Arrival(Visitors visitors, AuthorizationCodes codes) {

  /** Signs somebody in and sends them to the client. */
  Response of(Visit visit, PoolUser user) {
    Response answer = codes.send(visit.asked(), user.username(), visitors.clock().instant());
    return visitors.greet(visit.request(), answer, visit.pool(), Stage.SIGNED_IN, user.username());
  }

  /** Sends somebody to the next page, which will know them again. */
  Response greet(Visit visit, Stage stage, String name, String destination, String path) {
    return visitors.greet(
        visit.request(),
        visit.redirect(path),
        new Visitor(visit.pool().id(), name, stage, destination, visitors.clock().instant()));
  }

  /** Sends somebody who signed in before to the client, or returns nothing if nobody did. */
  Optional<Response> again(Visit visit) {
    return find(visit, Stage.SIGNED_IN)
        .filter(visitor -> user(visit, visitor).filter(PoolUser::enabled).isPresent())
        .map(visitor -> codes.send(visit.asked(), visitor.name(), visitor.since()));
  }

  /** Returns who came back at this stage, in this pool. */
  Optional<Visitor> find(Visit visit, Stage stage) {
    return visitors.find(visit.request()).filter(each -> each.is(stage, visit.pool().id()));
  }

  /** Returns the user that a visitor is. */
  Optional<PoolUser> user(Visit visit, Visitor visitor) {
    return visit.pool().users().find(visitor.name());
  }
}
