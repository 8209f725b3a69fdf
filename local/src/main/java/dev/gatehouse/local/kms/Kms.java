package dev.gatehouse.local.kms;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsProtocol;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.OperationRegistry;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.kms.keys.Ciphertext;
import dev.gatehouse.local.kms.keys.KmsCipher;
import dev.gatehouse.local.kms.keys.KmsKey;
import dev.gatehouse.local.kms.keys.KmsKeys;
import dev.gatehouse.local.kms.operations.KmsOperations;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.state.StateStore;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** AWS KMS with the symmetric keys and aliases of the plan, and keys that clients create. */
public final class Kms implements Service, DataKeys {

  private final KmsKeys keys;
  private final KmsCipher cipher;
  private final OperationRegistry operations;

  private Kms(KmsKeys keys, KmsCipher cipher, OperationRegistry operations) {
    this.keys = keys;
    this.cipher = cipher;
    this.operations = operations;
  }

  /**
   * Creates KMS with the keys of the plan; throws {@code PlanInvalid} for what is not supported.
   *
   * @param state what is stored between two starts
   */
  public static Kms of(Plan plan, Clock clock, StateStore state) {
    KmsKeys keys = new KmsKeys(plan, state);
    KmsCipher cipher = new KmsCipher(keys, state);
    state.read(keys::readChanges);
    return new Kms(keys, cipher, KmsOperations.on(keys, cipher, clock.instant(), clock));
  }

  @Override
  public @Nullable String unusable(String keyArn, String poolId) {
    try {
      KmsKey unused = keys.findEnabled(keyArn);
      return null;
    } catch (AwsException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public DataKey generateDataKey(String keyArn, int bytes, Map<String, String> context) {
    try {
      KmsKey key = keys.findEnabled(keyArn);
      byte[] plaintext = KmsCipher.random(bytes);
      return new DataKey(plaintext, cipher.encrypt(key, plaintext, context));
    } catch (AwsException e) {
      throw new KeyNotUsable(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Returns the ARN of the key that a request uses, by its KeyId or else by its ciphertext; empty
   * if there is no such key.
   */
  public Optional<String> keyArn(JsonObject request) {
    try {
      AwsRequest members = new AwsRequest(request);
      Optional<String> id = members.optional("KeyId").filter(text -> !text.isEmpty());
      if (id.isPresent()) {
        return Optional.of(keys.find(id.get()).arn());
      }
      return members.optional("CiphertextBlob").isPresent()
          ? Optional.of(cipher.keyOf(Ciphertext.parse(members.bytes("CiphertextBlob"))).arn())
          : Optional.empty();
    } catch (AwsException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public Response handle(Request request) {
    try {
      return AwsProtocol.AWS_JSON_1_1.success(operations.execute(request));
    } catch (AwsException e) {
      return AwsProtocol.AWS_JSON_1_1.error(e);
    }
  }
}
