package dev.gatehouse.integrationtests.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.pictures.Photos;
import dev.gatehouse.integrationtests.pictures.PictureUser;
import java.net.URI;

/** The journeys that use the permissions about profile pictures. */
record PicturePermissions(LocalEmulator emulator, AccountPolicies policies) {
  private static final String PNG = "image/png";

  /** Returns the event of an upload that is gone. */
  static String eventOfNothing() {
    return """
    {"Records": [{"s3": {"object": {"key": "incoming/nobody/nothing", "size": 1}}}]}
    """;
  }

  /** Plays what the API does with pictures, and whoever has its URLs. */
  void apiWithout(String action) throws InterruptedException {
    PictureUser user = new PictureUser(emulator);
    byte[] photo = Photos.of("png", 9, 9);
    if (action.equals("s3:PutObject")) {
      URI url = user.uploadUrl(PNG, photo.length);
      assertThat(PictureUser.put(url, PNG, photo).statusCode()).isEqualTo(403);
      return;
    }
    user.upload(PNG, photo);
    JsonObject picture = user.await(it -> it.has("picture"));
    if (action.equals("s3:GetObject")) {
      assertThat(PictureUser.get(PictureUser.url(picture)).statusCode()).isEqualTo(403);
    } else {
      assertThat(user.delete("/user/profile/picture").status()).isEqualTo(503);
    }
  }

  /** Uploads a picture; what the function is refused is asserted later. */
  void functionWithout(String action, RoleGrant grant) {
    if (action.equals("s3:ListBucket")) {
      String error = policies.invoke(grant.role(), eventOfNothing()).body();
      assertThat(error).contains("was not processed");
      return;
    }
    PictureUser user = new PictureUser(emulator);
    byte[] photo = Photos.of("png", 9, 9);
    URI url = user.uploadUrl(PNG, photo.length);
    if (grant.policy().equals("pictures") && action.equals("s3:DeleteObject")) {
      // Of an erased user the function deletes what it has published.
      assertThat(user.delete("/user").status()).isEqualTo(204);
    }
    assertThat(PictureUser.put(url, PNG, photo).statusCode()).isEqualTo(200);
  }

  /** Uploads a picture of which the function is not told. */
  void uploadStays() {
    PictureUser user = new PictureUser(emulator);
    user.upload(PNG, Photos.of("png", 9, 9));
    assertThat(user.picture().size()).isZero();
  }
}
