package dev.gatehouse.api.pictures;

import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.Response;
import dev.gatehouse.api.routes.Route;
import dev.gatehouse.api.routes.TokenClaims;
import dev.gatehouse.users.pictures.PictureStates;
import dev.gatehouse.users.pictures.PictureStore;
import java.util.List;

/** The route {@code DELETE /user/profile/picture}: deletes the picture; may be repeated. */
final class DeletePicture implements Route {
  private final PictureStore store;
  private final PictureStates states;

  DeletePicture(PictureStore store, PictureStates states) {
    this.store = store;
    this.states = states;
  }

  @Override
  public String method() {
    return "DELETE";
  }

  @Override
  public String path() {
    return ReadPicture.PATH;
  }

  @Override
  public List<String> requestHeaders() {
    return List.of("Authorization");
  }

  @Override
  public Response handle(Request request) {
    TokenClaims claims = TokenClaims.of(request);
    // The file first: after a failure of the second step the same request completes it.
    store.delete(claims.sub());
    states.removed(claims.sub());
    return Response.noContent().about(claims.sub());
  }
}
