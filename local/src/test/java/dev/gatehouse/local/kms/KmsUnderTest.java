package dev.gatehouse.local.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.plan.Declared;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** KMS with a key, another that is disabled and an alias, called as a client calls it. */
final class KmsUnderTest {
  static final String ACCOUNT = "arn:aws:kms:us-east-1:000000000000:";
  static final String ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
  static final String ARN = ACCOUNT + "key/" + ID;
  static final String OTHER = ACCOUNT + "key/0987dcba-09fe-87dc-65ba-ab0987654321";
  static final String DISABLED = ACCOUNT + "key/00000000-0000-4000-8000-00000000dead";
  static final String ALIAS = "alias/gatehouse-local-codes";

  private final Kms kms;

  KmsUnderTest() {
    this(plan("{}"), null);
  }

  KmsUnderTest(Plan plan, @Nullable Path data) {
    Clock noon = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    this.kms = Kms.of(plan, noon, data);
  }

  /** Returns the plan whose first key has these inputs. */
  static Plan plan(String inputs) {
    return Declared.plan(
        List.of(
            key("codes", inputs, ARN),
            key("other", "{}", OTHER),
            key("old", "{\"isEnabled\": false}", DISABLED),
            alias(ID)));
  }

  static Resource key(String name, String inputs, String arn) {
    return Declared.resource("aws:kms/key:Key", name, inputs, "{\"arn\": \"%s\"}".formatted(arn));
  }

  static Resource alias(String target) {
    return Declared.resource(
        "aws:kms/alias:Alias",
        "codes",
        "{\"name\": \"%s\", \"targetKeyId\": \"%s\"}".formatted(ALIAS, target),
        "{}");
  }

  DataKeys keys() {
    return kms;
  }

  Response send(String operation, String body) {
    return kms.answer(
        new Request(
            "POST",
            "/",
            Map.of(),
            Map.of("X-Amz-Target", List.of("TrentService." + operation)),
            "127.0.0.1",
            body.getBytes(UTF_8)));
  }

  /** Returns the answer, with {@code __type} in it if it is an error. */
  JsonObject call(String operation, String body) {
    return JsonParser.parseString(send(operation, body.replace('\'', '"')).text())
        .getAsJsonObject();
  }

  /** Returns the blob of this text under the first key, in this context. */
  String encrypted(String text, String context) {
    return text(
        call(
            "Encrypt",
            "{'KeyId': '%s', 'Plaintext': '%s', 'EncryptionContext': %s}"
                .formatted(ID, base64(text), context)),
        "CiphertextBlob");
  }

  JsonObject decrypt(String blob, String more) {
    return call("Decrypt", "{'CiphertextBlob': '%s'%s}".formatted(blob, more));
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  static String text(JsonObject in, String member) {
    return in.get(member).getAsString();
  }
}
