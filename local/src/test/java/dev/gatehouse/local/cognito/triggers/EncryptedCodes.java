package dev.gatehouse.local.cognito.triggers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoInputStream;
import com.amazonaws.encryptionsdk.CryptoResult;
import com.amazonaws.encryptionsdk.kmssdkv2.KmsMasterKey;
import com.amazonaws.encryptionsdk.kmssdkv2.KmsMasterKeyProvider;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.cognito.FakeLambda;
import dev.gatehouse.local.cognito.TestCognito;
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

/** Decryption of codes as AWS documents it: with the Encryption SDK and a KMS client. */
final class EncryptedCodes {
  private final Kms kms;

  public EncryptedCodes(Kms kms) {
    this.kms = kms;
  }

  /** A decrypted message with its encryption context and key. */
  public record Decrypted(String text, Map<String, String> context, List<String> keys) {}

  /** Returns the last code in an event, decrypted. */
  public String newest(FakeLambda lambda) {
    return decrypt(encrypted(lambda), CommitmentPolicy.RequireEncryptAllowDecrypt).text();
  }

  /** Returns the last code in an event, still encrypted. */
  public static byte[] encrypted(FakeLambda lambda) {
    JsonObject request = lambda.last().json().getAsJsonObject("request");
    return Base64.getDecoder().decode(request.get("code").getAsString());
  }

  /** Decrypts a message of the Encryption SDK. */
  public Decrypted decrypt(byte[] message, CommitmentPolicy policy) {
    KmsMasterKeyProvider keys =
        KmsMasterKeyProvider.builder()
            .customRegionalClientSupplier(region -> new Client())
            .buildStrict(TestCognito.KEY);
    AwsCrypto crypto = AwsCrypto.builder().withCommitmentPolicy(policy).build();
    try (CryptoInputStream<KmsMasterKey> stream =
        crypto.createDecryptingStream(keys, new ByteArrayInputStream(message))) {
      String text = new String(stream.readAllBytes(), UTF_8);
      CryptoResult<?, KmsMasterKey> result = stream.getCryptoResult();
      return new Decrypted(text, result.getEncryptionContext(), result.getMasterKeyIds());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request about the key of the codes, and returns the response. */
  public String change(String operation) {
    return call(operation, TestCognito.json("KeyId", TestCognito.KEY));
  }

  private String call(String operation, JsonObject body) {
    Map<String, List<String>> target = Map.of("X-Amz-Target", List.of("TrentService." + operation));
    byte[] bytes = body.toString().getBytes(UTF_8);
    return kms.handle(new Request("POST", "/", Map.of(), target, "127.0.0.1", bytes)).text();
  }

  /** A KMS client with Decrypt only; the SDK's default methods reject all others. */
  private final class Client implements KmsClient {

    @Override
    public DecryptResponse decrypt(DecryptRequest request) {
      JsonObject context = new JsonObject();
      request.encryptionContext().forEach(context::addProperty);
      JsonObject body =
          TestCognito.json(
              "KeyId",
              request.keyId(),
              "CiphertextBlob",
              Base64.getEncoder().encodeToString(request.ciphertextBlob().asByteArray()),
              "EncryptionContext",
              context);
      JsonObject answer = JsonParser.parseString(call("Decrypt", body)).getAsJsonObject();
      byte[] plain = Base64.getDecoder().decode(answer.get("Plaintext").getAsString());
      return DecryptResponse.builder()
          .keyId(answer.get("KeyId").getAsString())
          .plaintext(SdkBytes.fromByteArray(plain))
          .build();
    }

    @Override
    public String serviceName() {
      return "kms";
    }

    @Override
    public void close() {}
  }
}
