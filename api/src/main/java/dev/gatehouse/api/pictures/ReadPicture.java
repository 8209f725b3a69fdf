package dev.gatehouse.api.pictures;

import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.Response;
import dev.gatehouse.api.routes.Route;
import dev.gatehouse.api.routes.TokenClaims;
import dev.gatehouse.api.routes.UserProfiles;
import dev.gatehouse.users.pictures.PictureState;
import dev.gatehouse.users.pictures.PictureStates;
import dev.gatehouse.users.pictures.PictureStore;
import dev.gatehouse.users.pictures.PictureStore.SignedRequest;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The route {@code GET /user/profile/picture}: where to read the picture, and why the last upload
 * did not become it.
 */
final class ReadPicture implements Route {
  static final String PATH = "/user/profile/picture";

  private final PictureStore store;
  private final PictureStates states;
  private final UserProfiles profiles;

  ReadPicture(PictureStore store, PictureStates states, UserProfiles profiles) {
    this.store = store;
    this.states = states;
    this.profiles = profiles;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public List<String> requestHeaders() {
    return List.of("Authorization");
  }

  @Override
  public Response handle(Request request) {
    TokenClaims claims = TokenClaims.of(request);
    profiles.checkToken(claims);
    PictureState state = states.read(claims.sub());
    return Response.of(200, new Body(picture(claims, state), refusal(state))).about(claims.sub());
  }

  private @Nullable Picture picture(TokenClaims claims, PictureState state) {
    if (state.updatedAt() == null) {
      return null;
    }
    SignedRequest download = store.download(claims.sub());
    return new Picture(
        download.url(),
        PictureTimes.text(download.expiresAt()),
        PictureTimes.text(state.updatedAt()));
  }

  private static @Nullable Refusal refusal(PictureState state) {
    return state.refusal() == null || state.refusedAt() == null
        ? null
        : new Refusal(state.refusal(), PictureTimes.text(state.refusedAt()));
  }

  /** The body of a response; what there is not is left out. */
  @Json
  record Body(@Nullable Picture picture, @Nullable Refusal refusal) {}

  /** A picture, at an address that works without a token until it expires. */
  @Json
  record Picture(String url, String expiresAt, String updatedAt) {}

  /** The reason for which the last upload did not become the picture. */
  @Json
  record Refusal(String code, String refusedAt) {}
}
