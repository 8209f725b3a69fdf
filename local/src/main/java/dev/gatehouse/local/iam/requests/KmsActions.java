package dev.gatehouse.local.iam.requests;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The actions of KMS's operations, with the encryption context as condition keys.
 *
 * @param keyArn the ARN of the key that a request uses: by its KeyId or by its ciphertext
 */
record KmsActions(Function<JsonObject, Optional<String>> keyArn) {

  List<AwsAction> of(String operation, RequestMembers request) {
    Map<String, String> context = new HashMap<>();
    RequestMembers pairs = request.object("EncryptionContext");
    pairs
        .json()
        .keySet()
        .forEach(
            name ->
                pairs
                    .text(name)
                    .ifPresent(value -> context.put("kms:encryptioncontext:" + name, value)));
    return List.of(
        new AwsAction("kms:" + operation, keyArn.apply(request.json()).orElse("*"), context));
  }
}
