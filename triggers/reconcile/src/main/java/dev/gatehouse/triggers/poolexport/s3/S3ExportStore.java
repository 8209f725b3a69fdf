package dev.gatehouse.triggers.poolexport.s3;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.poolexport.ExportStore;
import dev.gatehouse.users.s3.S3Bucket;

/** The bucket of exports. */
public record S3ExportStore(S3Bucket bucket) implements ExportStore {

  /**
   * Returns the bucket {@code POOL_EXPORT_BUCKET}.
   *
   * @throws InvalidSetting if a setting is missing
   */
  public static S3ExportStore from(FunctionSettings settings) {
    return new S3ExportStore(
        S3Bucket.of(settings, "POOL_EXPORT_BUCKET", "the name of the bucket of exports"));
  }

  @Override
  public void put(String key, String contentType, byte[] content) {
    bucket.put(key, contentType, content);
  }
}
