package dev.gatehouse.local.cognito.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

class PrimesSignerTest {
  private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.RS256);

  private static byte[] message(int number) {
    return ("message " + number).getBytes(UTF_8);
  }

  @Test
  void everyClientVerifiesSignaturesOfAKeyOfFourPrimes() throws JOSEException, ParseException {
    RSAKey key = SigningKeys.generate("id");
    // As a stored key is read.
    PrimesSigner signer =
        new PrimesSigner(SigningKeys.parse(new JWKSet(key).toString(false)).getFirst().toRSAKey());
    RSASSAVerifier verifier = new RSASSAVerifier(key.toPublicJWK());

    assertThat(key.size()).isEqualTo(2048);
    assertThat(key.getOtherPrimes()).hasSize(2);
    for (int i = 0; i < 50; i++) {
      Base64URL signature = signer.sign(HEADER, message(i));
      assertThat(signature.decode()).hasSize(256);
      assertThat(verifier.verify(HEADER, message(i), signature)).isTrue();
      assertThat(verifier.verify(HEADER, message(i + 1), signature)).isFalse();
    }
  }

  @Test
  void signatureOfAKeyOfTwoPrimesIsTheOneOfTheJdk() throws JOSEException {
    RSAKey key = new RSAKeyGenerator(2048).generate();
    PrimesSigner signer = new PrimesSigner(key);
    RSASSASigner ofJdk = new RSASSASigner(key);

    for (int i = 0; i < 20; i++) {
      assertThat(signer.sign(HEADER, message(i))).isEqualTo(ofJdk.sign(HEADER, message(i)));
    }
  }

  @Test
  void publicKeyTellsNothingOfThePrimes() {
    assertThat(SigningKeys.generate("id").toPublicJWK().toJSONObject())
        .containsOnlyKeys("kty", "e", "n", "kid", "use", "alg");
  }
}
