package dev.gatehouse.local.kms;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Is AWS KMS: the symmetric keys and aliases of the plan, and what is sealed with them. */
public final class Kms implements Service, DataKeys {

  private static final int LONGEST_PLAINTEXT = 4096;
  private static final int LONGEST_CIPHERTEXT = 6144;

  private final Keys keys;
  private final Materials materials;
  private final Instant started;

  private Kms(Keys keys, Materials materials, Instant started) {
    this.keys = keys;
    this.materials = materials;
    this.started = started;
  }

  /**
   * Returns the keys of the plan; throws {@code PlanInvalid} for what cannot be had.
   *
   * @param data the directory to keep the keys' secrets in, null to keep none
   */
  public static Kms of(Plan plan, Clock clock, @Nullable Path data) {
    Keys keys = new Keys(plan);
    return new Kms(keys, new Materials(keys.all(), data), clock.instant());
  }

  @Override
  public @Nullable String unusable(String keyArn) {
    try {
      usable(keys.find(keyArn));
      return null;
    } catch (KmsError e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public DataKey dataKey(String keyArn, int bytes, Map<String, String> context) {
    try {
      Key key = usable(keys.find(keyArn));
      byte[] plain = Material.random(bytes);
      return new DataKey(plain, seal(key, plain, context));
    } catch (KmsError e) {
      throw new IllegalStateException(e.getMessage());
    }
  }

  @Override
  public Response answer(Request request) {
    String target = request.header("X-Amz-Target").orElse("");
    try {
      JsonObject answer =
          answer(Call.of(target.substring(target.indexOf('.') + 1), request.text()));
      return Response.of(200, KmsError.CONTENT_TYPE, answer.toString())
          .with("x-amzn-RequestId", UUID.randomUUID().toString());
    } catch (KmsError e) {
      return e.response();
    }
  }

  private JsonObject answer(Call call) throws KmsError {
    return switch (call.operation()) {
      case "DescribeKey" -> describe(call.only(Set.of("KeyId")));
      case "GenerateDataKey" -> generate(call, true);
      case "GenerateDataKeyWithoutPlaintext" -> generate(call, false);
      case "Encrypt" -> encrypt(call);
      case "Decrypt" -> decrypt(call);
      default -> throw KmsError.unknown(call.operation());
    };
  }

  private JsonObject describe(Call call) throws KmsError {
    JsonObject answer = new JsonObject();
    answer.add("KeyMetadata", keys.find(call.text("KeyId")).described(started));
    return answer;
  }

  private JsonObject generate(Call call, boolean shown) throws KmsError {
    call.only(Set.of("KeyId", "EncryptionContext", "KeySpec", "NumberOfBytes"));
    Key key = usable(keys.find(call.text("KeyId")));
    byte[] plain = Material.random(DataKeyLength.of(call));
    JsonObject answer = new JsonObject();
    answer.addProperty("CiphertextBlob", text(seal(key, plain, call.context())));
    if (shown) {
      answer.addProperty("Plaintext", text(plain));
    }
    answer.addProperty("KeyId", key.arn());
    return answer;
  }

  private JsonObject encrypt(Call call) throws KmsError {
    call.only(Set.of("KeyId", "EncryptionContext", "Plaintext", "EncryptionAlgorithm"));
    Key key = usable(keys.find(call.text("KeyId")));
    byte[] plain = call.bytes("Plaintext", LONGEST_PLAINTEXT);
    JsonObject answer = new JsonObject();
    answer.addProperty("CiphertextBlob", text(seal(key, plain, call.context())));
    return named(answer, key);
  }

  private JsonObject decrypt(Call call) throws KmsError {
    call.only(Set.of("KeyId", "EncryptionContext", "CiphertextBlob", "EncryptionAlgorithm"));
    Sealed sealed = Sealed.read(call.bytes("CiphertextBlob", LONGEST_CIPHERTEXT));
    Key key = keys.byId(sealed.keyId()).orElseThrow(KmsError::invalidCiphertext);
    String named = call.optional("KeyId").orElse("");
    if (!named.isEmpty() && !keys.find(named).equals(key)) {
      throw KmsError.incorrectKey();
    }
    byte[] plain = materials.of(usable(key)).open(sealed.content(), call.context());
    JsonObject answer = new JsonObject();
    answer.addProperty("Plaintext", text(plain));
    return named(answer, key);
  }

  private byte[] seal(Key key, byte[] plain, Map<String, String> context) {
    return new Sealed(key.id(), materials.of(key).seal(plain, context)).blob();
  }

  private static Key usable(Key key) throws KmsError {
    if (!key.enabled()) {
      throw KmsError.disabled(key.arn());
    }
    return key;
  }

  private static JsonObject named(JsonObject answer, Key key) {
    answer.addProperty("KeyId", key.arn());
    answer.addProperty("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
    return answer;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
