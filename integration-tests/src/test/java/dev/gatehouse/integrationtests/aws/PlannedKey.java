package dev.gatehouse.integrationtests.aws;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.kmssdkv2.KmsMasterKeyProvider;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.ses.SesClient;

/** The KMS key of the plan under which Cognito encrypts codes, and the sender of their mails. */
final class PlannedKey implements AutoCloseable {
  /** Cognito encrypts without key commitment. */
  private final AwsCrypto crypto =
      AwsCrypto.builder()
          .withCommitmentPolicy(CommitmentPolicy.ForbidEncryptAllowDecrypt)
          .withEncryptionAlgorithm(
              CryptoAlgorithm.ALG_AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384)
          .build();

  private final KmsClient kms;
  private final KeyMetadata key;
  private final int deletionWindow;

  private PlannedKey(KmsClient kms, KeyMetadata key, int deletionWindow) {
    this.kms = kms;
    this.key = key;
    this.deletionWindow = deletionWindow;
  }

  /** Creates the key as the plan declares it. */
  static PlannedKey create(AwsEmulator emulator) {
    Resource planned = plan().first("aws:kms/key:Key");
    KmsClient kms = emulator.client(KmsClient.builder());
    KeyMetadata key =
        kms.createKey(create -> create.description(planned.input("description"))).keyMetadata();
    if (Boolean.parseBoolean(planned.input("enableKeyRotation"))) {
      kms.enableKeyRotation(enable -> enable.keyId(key.keyId()));
    }
    return new PlannedKey(kms, key, planned.wholeInput("deletionWindowInDays").orElseThrow());
  }

  private static Plan plan() {
    return Plan.read(Repository.plan(PlannedFunctions.PLAN));
  }

  /** Verifies the plan's SES identity, and creates its configuration set. */
  static void verifySender(AwsEmulator emulator) {
    String arn =
        plan()
            .first("aws:cognito/userPool:UserPool")
            .object("emailConfiguration")
            .get("sourceArn")
            .getAsString();
    try (SesClient ses = emulator.client(SesClient.builder())) {
      ses.verifyDomainIdentity(
          verify -> verify.domain(arn.substring(arn.indexOf(":identity/") + 10)));
      String name =
          plan().first("aws:sesv2/configurationSet:ConfigurationSet").input("configurationSetName");
      if (ses.listConfigurationSets().configurationSets().stream()
          .noneMatch(set -> set.name().equals(name))) {
        ses.createConfigurationSet(create -> create.configurationSet(set -> set.name(name)));
      }
    }
  }

  String arn() {
    return key.arn();
  }

  boolean rotates() {
    return kms.getKeyRotationStatus(get -> get.keyId(key.keyId())).keyRotationEnabled();
  }

  /** Encrypts a code as the given user pool does, with a data key of the emulator's KMS. */
  String encrypt(String code, String userPoolId) {
    KmsMasterKeyProvider provider =
        KmsMasterKeyProvider.builder()
            .customRegionalClientSupplier(region -> kms)
            .buildStrict(key.arn());
    byte[] plain = code.getBytes(StandardCharsets.UTF_8);
    byte[] message =
        crypto.encryptData(provider, plain, Map.of("userpool-id", userPoolId)).getResult();
    return Base64.getEncoder().encodeToString(message);
  }

  @Override
  public void close() {
    kms.scheduleKeyDeletion(
        delete -> delete.keyId(key.keyId()).pendingWindowInDays(deletionWindow));
    kms.close();
  }
}
