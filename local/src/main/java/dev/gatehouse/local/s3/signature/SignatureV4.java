package dev.gatehouse.local.s3.signature;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.s3.buckets.Digests;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The computation of signatures by Signature Version 4. */
final class SignatureV4 {

  private SignatureV4() {}

  /** Returns the signature that a request must have, in lower-case hexadecimal. */
  static String of(Request request, Signed signed, String secretAccessKey) {
    String stringToSign =
        String.join(
            "\n",
            Signed.ALGORITHM,
            signed.time(),
            signed.scope(),
            Digests.hex("SHA-256", utf8(CanonicalRequest.of(request, signed))));
    byte[] key = utf8("AWS4" + secretAccessKey);
    for (String part : signed.scope().split("/", -1)) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, stringToSign));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
      return mac.doFinal(utf8(text));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
