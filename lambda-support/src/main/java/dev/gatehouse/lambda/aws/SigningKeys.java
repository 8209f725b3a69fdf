package dev.gatehouse.lambda.aws;

import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * The signing keys that the AWS SDK caches for the whole process, each under the secret access key
 * that it was derived from.
 */
final class SigningKeys {
  /** The capacity of the cache, {@code SignerUtils.SIGNER_CACHE}, which nobody can clear. */
  private static final int CAPACITY = 300;

  private SigningKeys() {}

  /** Replaces all keys in the cache by those of made-up credentials. */
  static void forget() {
    AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .protocol("https")
            .host("priming.invalid")
            .build();
    for (int i = 0; i < CAPACITY; i++) {
      AwsCredentialsIdentity madeUp = AwsCredentialsIdentity.create("none", "none-" + i);
      signer.sign(
          sign ->
              sign.identity(madeUp)
                  .request(request)
                  .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "none")
                  .putProperty(AwsV4HttpSigner.REGION_NAME, "none"));
    }
  }
}
