package dev.gatehouse.api.pictures;

import dev.gatehouse.api.http.BodyField;
import dev.gatehouse.api.http.JsonBody;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.Response;
import dev.gatehouse.api.routes.Route;
import dev.gatehouse.api.routes.TokenClaims;
import dev.gatehouse.api.routes.UserProfiles;
import dev.gatehouse.users.pictures.PictureStore;
import dev.gatehouse.users.pictures.PictureType;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;

/** The route {@code PUT /user/profile/picture}: says where and how to upload a picture. */
final class UploadPicture implements Route {
  private static final BodyField CONTENT_TYPE = BodyField.PICTURE_CONTENT_TYPE;
  private static final BodyField CONTENT_LENGTH = BodyField.PICTURE_CONTENT_LENGTH;

  private final PictureStore store;
  private final UserProfiles profiles;

  UploadPicture(PictureStore store, UserProfiles profiles) {
    this.store = store;
    this.profiles = profiles;
  }

  @Override
  public String method() {
    return "PUT";
  }

  @Override
  public String path() {
    return ReadPicture.PATH;
  }

  @Override
  public List<BodyField> bodyFields() {
    return List.of(CONTENT_TYPE, CONTENT_LENGTH);
  }

  @Override
  public List<String> requestHeaders() {
    return List.of("Authorization", "Content-Type");
  }

  @Override
  public Response handle(Request request) {
    TokenClaims claims = TokenClaims.of(request);
    JsonBody body = JsonBody.of(request, bodyFields());
    PictureType type = PictureType.ofContentType(body.text(CONTENT_TYPE)).orElseThrow();
    int length = body.number(CONTENT_LENGTH, PictureStore.MAX_BYTES);
    // The upload is noted in the row, which is written here if it is missing.
    Response unused = profiles.read(claims);
    PictureStore.SignedRequest upload = store.upload(claims.sub(), type, length);
    return Response.of(200, new Body(Upload.of(upload, type))).about(claims.sub());
  }

  /** The body of a response. */
  @Json
  record Body(Upload upload) {}

  /**
   * The request that uploads a picture.
   *
   * @param headers the headers that a client must set; it sets the length anyhow
   */
  @Json
  record Upload(String method, String url, Map<String, String> headers, String expiresAt) {
    static Upload of(PictureStore.SignedRequest request, PictureType type) {
      return new Upload(
          request.method(),
          request.url(),
          Map.of("Content-Type", type.contentType()),
          PictureTimes.text(request.expiresAt()));
    }
  }
}
