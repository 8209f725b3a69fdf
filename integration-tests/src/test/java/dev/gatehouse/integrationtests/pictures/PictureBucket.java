package dev.gatehouse.integrationtests.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket of the pictures, as an administrator sees it. */
record PictureBucket(S3Client s3, String name) {
  private static final long LONGEST_NANOS = 60_000_000_000L;

  /** Returns the only bucket of an account. */
  static PictureBucket of(S3Client s3) {
    return new PictureBucket(s3, s3.listBuckets().buckets().getFirst().name());
  }

  /** Returns the keys with a prefix. */
  List<String> keys(String prefix) {
    return s3.listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  /** Waits until no key has the text. */
  void awaitNoKeyWith(String text) throws InterruptedException {
    long start = System.nanoTime();
    while (keys("").stream().anyMatch(key -> key.contains(text))) {
      assertThat(System.nanoTime() - start).isLessThan(LONGEST_NANOS);
      Thread.sleep(50);
    }
  }
}
