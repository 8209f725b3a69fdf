package dev.gatehouse.local.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoInputStream;
import com.amazonaws.encryptionsdk.CryptoResult;
import com.amazonaws.encryptionsdk.kmssdkv2.KmsMasterKey;
import com.amazonaws.encryptionsdk.kmssdkv2.KmsMasterKeyProvider;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.kms.Kms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;

/** Opens codes as AWS tells functions to: with its Encryption SDK and a client of KMS. */
final class SealedCodes {
  private final Kms kms;

  SealedCodes(Kms kms) {
    this.kms = kms;
  }

  /** Is a message that was opened: what it said, in which context, by which key. */
  record Opened(String text, Map<String, String> context, List<String> keys) {}

  /** Returns the newest code that a function was handed. */
  String newest(ScriptedLambda lambda) {
    return open(sealed(lambda), CommitmentPolicy.RequireEncryptAllowDecrypt).text();
  }

  static byte[] sealed(ScriptedLambda lambda) {
    JsonObject request = lambda.last().json().getAsJsonObject("request");
    return Base64.getDecoder().decode(request.get("code").getAsString());
  }

  Opened open(byte[] message, CommitmentPolicy policy) {
    KmsMasterKeyProvider keys =
        KmsMasterKeyProvider.builder()
            .customRegionalClientSupplier(region -> new Client())
            .buildStrict(TestCognito.KEY);
    AwsCrypto crypto = AwsCrypto.builder().withCommitmentPolicy(policy).build();
    try (CryptoInputStream<KmsMasterKey> stream =
        crypto.createDecryptingStream(keys, new ByteArrayInputStream(message))) {
      String text = new String(stream.readAllBytes(), UTF_8);
      CryptoResult<?, KmsMasterKey> result = stream.getCryptoResult();
      return new Opened(text, result.getEncryptionContext(), result.getMasterKeyIds());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Knows Decrypt alone; the SDK's default methods refuse everything else. */
  private final class Client implements KmsClient {

    @Override
    public DecryptResponse decrypt(DecryptRequest request) {
      JsonObject context = new JsonObject();
      request.encryptionContext().forEach(context::addProperty);
      JsonObject asked =
          TestCognito.json(
              "KeyId",
              request.keyId(),
              "CiphertextBlob",
              Base64.getEncoder().encodeToString(request.ciphertextBlob().asByteArray()),
              "EncryptionContext",
              context);
      JsonObject answer = JsonParser.parseString(answer(asked.toString())).getAsJsonObject();
      byte[] plain = Base64.getDecoder().decode(answer.get("Plaintext").getAsString());
      return DecryptResponse.builder()
          .keyId(answer.get("KeyId").getAsString())
          .plaintext(SdkBytes.fromByteArray(plain))
          .build();
    }

    private String answer(String body) {
      Map<String, List<String>> target = Map.of("X-Amz-Target", List.of("TrentService.Decrypt"));
      return kms.answer(
              new Request("POST", "/", Map.of(), target, "127.0.0.1", body.getBytes(UTF_8)))
          .text();
    }

    @Override
    public String serviceName() {
      return "kms";
    }

    @Override
    public void close() {}
  }
}
