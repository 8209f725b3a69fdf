package dev.gatehouse.local.cognito.imports;

/**
 * The quotas of one import job, as AWS's developer guide has them.
 *
 * @param users the users of a file
 * @param bytes the size of a file
 * @param rowCharacters the length of a row
 */
public record ImportQuota(int users, int bytes, int rowCharacters) {
  /** The quotas of AWS. */
  public static final ImportQuota AWS = new ImportQuota(500_000, 100 * 1024 * 1024, 16_000);
}
