package dev.gatehouse.integrationtests.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.FunctionInvoker;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.project.Repository;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Profile pictures, from the question where to upload to the erasure. */
@Tag("extended")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfilePictureJourneyIT {
  private LocalEmulator emulator;
  private FunctionInvoker functions;
  private S3Client s3;
  private PictureBucket bucket;

  @BeforeAll
  void start() {
    emulator = LocalEmulator.start("--plan", Repository.plan("pictures").toString());
    functions = new FunctionInvoker(emulator);
    s3 = AwsAccount.client(S3Client.builder().forcePathStyle(true), emulator.aws());
    bucket = PictureBucket.of(s3);
  }

  @AfterAll
  void stop() {
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png"})
  void uploadBecomesThePictureWithinSeconds(String format) throws InterruptedException {
    PictureUser user = new PictureUser(emulator);
    assertThat(user.picture().size()).isZero();

    user.upload("image/" + format, Photos.of(format, 2000, 1000));

    assertThat(Photos.read(user.awaitPicture()).getWidth()).isEqualTo(1024);
    bucket.awaitNoKeyWith("incoming/" + user.sub);
  }

  @Test
  void placeWhereAPhotoWasTakenIsRemoved() throws InterruptedException {
    byte[] photo = Photos.withPlace(40, 20);
    PictureUser user = new PictureUser(emulator);

    user.upload("image/jpeg", photo);

    assertThat(text(photo)).contains("Exif");
    assertThat(text(user.awaitPicture())).startsWith("\u00ff\u00d8").doesNotContain("Exif");
  }

  @Test
  void fileOfAnotherTypeNeverBecomesThePicture() throws InterruptedException {
    PictureUser user = new PictureUser(emulator);

    user.upload("image/png", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
    JsonObject refused = user.await(it -> it.has("refusal"));

    assertThat(refused.getAsJsonObject("refusal").get("code").getAsString())
        .isEqualTo("PICTURE_TYPE_UNSUPPORTED");
    assertThat(refused.has("picture")).isFalse();
    assertThat(bucket.keys("")).noneMatch(key -> key.contains(user.sub));
  }

  @Test
  void largerFileThanAnnouncedIsRefusedByS3() {
    PictureUser user = new PictureUser(emulator);
    assertThat(user.ask("image/png", 2 * 1024 * 1024 + 1).code()).isEqualTo("INVALID_FIELD");
    URI url = user.uploadUrl("image/png", 10);

    assertRefused(PictureUser.put(url, "image/png", new byte[11]), "SignatureDoesNotMatch");
    assertRefused(PictureUser.put(url, "image/jpeg", new byte[10]), "SignatureDoesNotMatch");
    assertThat(bucket.keys("incoming/" + user.sub)).isEmpty();
  }

  @Test
  void urlIsForOneKeyAndEndsAfterMinutes() throws Exception {
    PictureUser user = new PictureUser(emulator);
    URI url = user.uploadUrl("image/png", 10);
    URI other = URI.create(url.toString().replaceFirst("/incoming/", "/pictures/"));
    assertRefused(PictureUser.put(other, "image/png", new byte[10]), "SignatureDoesNotMatch");

    awaitNextSecond();
    forward("PT6M");

    assertRefused(PictureUser.put(url, "image/png", new byte[10]), "AccessDenied");
    // What is signed from now on is valid.
    user.upload("image/png", Photos.of("png", 9, 9));
    String picture = PictureUser.url(user.await(it -> it.has("picture")));
    assertThat(PictureUser.get(picture).statusCode()).isEqualTo(200);
    awaitNextSecond();
    forward("PT16M");
    assertThat(PictureUser.get(picture).statusCode()).isEqualTo(403);
  }

  @Test
  void nothingIsReadableWithoutASignature() throws InterruptedException {
    PictureUser user = new PictureUser(emulator);
    user.upload("image/png", Photos.of("png", 9, 9));
    String url = PictureUser.url(user.await(it -> it.has("picture")));

    assertThat(PictureUser.get(url).statusCode()).isEqualTo(200);
    assertThat(PictureUser.get(url.split("\\?", 2)[0]).statusCode()).isEqualTo(403);
    assertThat(PictureUser.get(url.replaceFirst("/pictures/[^?]*", "/pictures/x")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void secondPictureReplacesTheFirst() throws InterruptedException {
    PictureUser user = new PictureUser(emulator);
    user.upload("image/png", Photos.of("png", 10, 10));
    String first = PictureUser.url(user.await(it -> it.has("picture")));

    user.upload("image/png", Photos.of("png", 20, 10));

    JsonObject second =
        user.await(it -> Photos.read(PictureUser.get(PictureUser.url(it)).body()).getWidth() == 20);
    assertThat(second.has("refusal")).isFalse();
    assertThat(Photos.read(PictureUser.get(first).body()).getWidth()).isEqualTo(20);
    bucket.awaitNoKeyWith("incoming/" + user.sub);
    assertThat(bucket.keys("")).filteredOn(key -> key.contains(user.sub)).hasSize(1);
  }

  @Test
  void deletedPictureIsGone() throws InterruptedException {
    PictureUser user = new PictureUser(emulator);
    user.upload("image/png", Photos.of("png", 10, 10));
    user.awaitPicture();

    assertThat(user.delete("/user/profile/picture").status()).isEqualTo(204);

    assertThat(user.picture().size()).isZero();
    assertThat(bucket.keys("pictures/" + user.sub)).isEmpty();
  }

  @Test
  void pictureIsErasedWithThePerson() throws InterruptedException {
    PictureUser user = new PictureUser(emulator);
    user.upload("image/png", Photos.of("png", 10, 10));
    user.awaitPicture();
    URI late = user.uploadUrl("image/png", Photos.of("png", 30, 10).length);

    assertThat(user.delete("/user").status()).isEqualTo(204);
    assertThat(bucket.keys("")).noneMatch(key -> key.contains(user.sub));

    // A URL from before the erasure still takes a file, of which nothing becomes of it.
    assertThat(PictureUser.put(late, "image/png", Photos.of("png", 30, 10)).statusCode())
        .isEqualTo(200);
    bucket.awaitNoKeyWith(user.sub);
  }

  @Test
  void pictureIsErasedByAnAdministrator() throws Exception {
    PictureUser user = new PictureUser(emulator);
    user.upload("image/png", Photos.of("png", 10, 10));
    user.awaitPicture();

    JsonObject request = new JsonObject();
    request.addProperty("sub", user.sub);
    assertThat(functions.invoke("erase", request).get("row").getAsBoolean()).isTrue();
    assertThat(bucket.keys("")).noneMatch(key -> key.contains(user.sub));
  }

  @Test
  void sdkForJavaReadsWhatItStored() {
    s3.putObject(
        put -> put.bucket(bucket.name()).key("elsewhere/a b+c").contentType("text/plain"),
        RequestBody.fromString("hello"));
    s3.copyObject(
        copy ->
            copy.sourceBucket(bucket.name())
                .sourceKey("elsewhere/a b+c")
                .destinationBucket(bucket.name())
                .destinationKey("elsewhere/copy"));

    assertThat(bucket.keys("elsewhere/")).containsExactly("elsewhere/a b+c", "elsewhere/copy");
    ResponseBytes<GetObjectResponse> object =
        s3.getObjectAsBytes(get -> get.bucket(bucket.name()).key("elsewhere/copy"));
    assertThat(object.asUtf8String()).isEqualTo("hello");
    assertThat(object.response().contentType()).isEqualTo("text/plain");
    assertThat(
            s3.headObject(head -> head.bucket(bucket.name()).key("elsewhere/copy")).contentLength())
        .isEqualTo(5);
    s3.deleteObject(delete -> delete.bucket(bucket.name()).key("elsewhere/copy"));
    assertThatThrownBy(
            () -> s3.headObject(head -> head.bucket(bucket.name()).key("elsewhere/copy")))
        .isInstanceOf(NoSuchKeyException.class);
  }

  @ParameterizedTest
  @CsvSource({"test, 200", "other, 403"})
  void urlThatTheSdkPresignsNeedsTheRightSecret(String secret, int status) {
    try (S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(emulator.aws())
            .region(Region.US_EAST_1)
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("me", secret)))
            .build()) {
      URI url =
          URI.create(
              presigner
                  .presignPutObject(
                      it ->
                          it.signatureDuration(Duration.ofMinutes(1))
                              .putObjectRequest(
                                  put ->
                                      put.bucket(bucket.name()).key("signed").contentType("a/b")))
                  .url()
                  .toString());

      assertThat(PictureUser.put(url, "a/b", new byte[3]).statusCode()).isEqualTo(status);
    }
  }

  /** Signatures have whole seconds. */
  private static void awaitNextSecond() throws InterruptedException {
    long second = Instant.now().getEpochSecond();
    while (Instant.now().getEpochSecond() <= second + 1) {
      Thread.sleep(20);
    }
  }

  private void forward(String duration) throws Exception {
    HttpResponse<String> moved =
        PictureUser.put(
            emulator.aws().resolve("/_gatehouse/clock"),
            "application/json",
            "{\"forward\":\"%s\"}".formatted(duration).getBytes(StandardCharsets.UTF_8));
    assertThat(moved.statusCode()).isEqualTo(200);
  }

  private static void assertRefused(HttpResponse<String> response, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
    assertThat(response.body()).contains("<Code>" + code + "</Code>");
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }
}
