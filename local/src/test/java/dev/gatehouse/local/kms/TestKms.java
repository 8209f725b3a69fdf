package dev.gatehouse.local.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanResources;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.state.StateStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** KMS with two enabled keys, a disabled one and an alias, called as a client calls it. */
public final class TestKms {
  /** The start of every ARN. */
  public static final String ACCOUNT = "arn:aws:kms:us-east-1:000000000000:";

  /** The id of the first key. */
  public static final String ID = "1234abcd-12ab-34cd-56ef-1234567890ab";

  /** The ARN of the first key. */
  public static final String ARN = ACCOUNT + "key/" + ID;

  /** The ARN of the second key. */
  public static final String OTHER = ACCOUNT + "key/0987dcba-09fe-87dc-65ba-ab0987654321";

  /** The ARN of the disabled key. */
  public static final String DISABLED = ACCOUNT + "key/00000000-0000-4000-8000-00000000dead";

  /** The alias of the first key. */
  public static final String ALIAS = "alias/gatehouse-local-codes";

  private final Kms kms;

  /** Creates KMS without a data directory. */
  public TestKms() {
    this(plan("{}"), StateStore.none());
  }

  /** Creates KMS with the keys of this plan. */
  public TestKms(Plan plan, StateStore state) {
    Clock noon = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    this.kms = Kms.of(plan, noon, state);
  }

  /** Returns a plan whose first key has these inputs. */
  public static Plan plan(String inputs) {
    return PlanResources.plan(
        List.of(
            key("codes", inputs, ARN),
            key("other", "{}", OTHER),
            key("old", "{\"isEnabled\": false}", DISABLED),
            alias(ID)));
  }

  /** Returns a key with these inputs. */
  public static Resource key(String name, String inputs, String arn) {
    return PlanResources.resource(
        "aws:kms/key:Key", name, inputs, "{\"arn\": \"%s\"}".formatted(arn));
  }

  /** Returns the alias of this key. */
  public static Resource alias(String target) {
    return PlanResources.resource(
        "aws:kms/alias:Alias",
        "codes",
        "{\"name\": \"%s\", \"targetKeyId\": \"%s\"}".formatted(ALIAS, target),
        "{}");
  }

  /** Returns the data keys for other services. */
  public DataKeys dataKeys() {
    return kms;
  }

  /** Returns the response to a request. */
  public Response send(String operation, String body) {
    return kms.handle(
        new Request(
            "POST",
            "/",
            Map.of(),
            Map.of("X-Amz-Target", List.of("TrentService." + operation)),
            "127.0.0.1",
            body.getBytes(UTF_8)));
  }

  /** Returns the members of the response; an error has {@code __type}. */
  public JsonObject call(String operation, String body) {
    return JsonParser.parseString(send(operation, body.replace('\'', '"')).text())
        .getAsJsonObject();
  }

  /** Returns the CiphertextBlob of this text under the first key. */
  public String encrypt(String text, String context) {
    return text(
        call(
            "Encrypt",
            "{'KeyId': '%s', 'Plaintext': '%s', 'EncryptionContext': %s}"
                .formatted(ID, base64(text), context)),
        "CiphertextBlob");
  }

  /** Returns the response of Decrypt; {@code more} starts with a comma. */
  public JsonObject decrypt(String blob, String more) {
    return call("Decrypt", "{'CiphertextBlob': '%s'%s}".formatted(blob, more));
  }

  /** Returns this text in Base64. */
  public static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /** Returns a member of a response. */
  public static String text(JsonObject in, String member) {
    return in.get(member).getAsString();
  }
}
