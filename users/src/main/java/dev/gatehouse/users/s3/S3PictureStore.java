package dev.gatehouse.users.s3;

import dev.gatehouse.lambda.aws.AwsConnection;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.users.pictures.PictureKeys;
import dev.gatehouse.users.pictures.PictureStore;
import dev.gatehouse.users.pictures.PictureType;
import dev.gatehouse.users.pictures.UserPictures;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;

/** The pictures in a bucket. Who uploads has the length and the type of the file signed. */
public final class S3PictureStore implements PictureStore {
  private static final Duration UPLOAD = Duration.ofMinutes(5);
  private static final Duration DOWNLOAD = Duration.ofMinutes(15);

  private final S3Requests requests;
  private final Clock clock;

  S3PictureStore(S3Requests requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * Returns the pictures in the bucket {@code PICTURES_BUCKET}.
   *
   * @throws InvalidSetting if a setting is missing
   */
  public static S3PictureStore from(FunctionSettings settings) {
    Clock clock = Clock.systemUTC();
    return new S3PictureStore(
        new S3Requests(AwsConnection.shared(), S3Endpoint.from(settings), clock), clock);
  }

  /** Returns whether the stack has pictures. */
  public static boolean isEnabled(FunctionSettings settings) {
    return settings.optional("PICTURES_BUCKET") != null;
  }

  /** Returns the pictures that an erasure deletes, none in a stack without pictures. */
  public static UserPictures erasable(FunctionSettings settings) {
    return isEnabled(settings) ? from(settings) : UserPictures.NONE;
  }

  @Override
  public SignedRequest upload(String sub, PictureType type, int length) {
    Map<String, String> headers =
        Map.of("Content-Type", type.contentType(), "Content-Length", Integer.toString(length));
    return signed(SdkHttpMethod.PUT, PictureKeys.upload(sub), headers, UPLOAD);
  }

  @Override
  public SignedRequest download(String sub) {
    return signed(SdkHttpMethod.GET, PictureKeys.picture(sub), Map.of(), DOWNLOAD);
  }

  private SignedRequest signed(
      SdkHttpMethod method, String key, Map<String, String> headers, Duration expiry) {
    return new SignedRequest(
        method.name(),
        requests.presigned(method, key, headers, expiry),
        headers,
        clock.instant().plus(expiry));
  }

  @Override
  public Optional<byte[]> uploaded(String key) {
    return requests.get(key);
  }

  @Override
  public void discard(String key) {
    requests.delete(key);
  }

  @Override
  public void publish(String sub, PictureType type, byte[] picture) {
    requests.put(PictureKeys.picture(sub), type.contentType(), picture);
  }

  @Override
  public void delete(String sub) {
    requests.delete(PictureKeys.picture(sub));
  }
}
