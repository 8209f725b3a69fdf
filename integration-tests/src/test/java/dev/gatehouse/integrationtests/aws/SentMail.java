package dev.gatehouse.integrationtests.aws;

/**
 * A mail that an emulator's SES has accepted.
 *
 * @param recipients the addresses, as a JSON array
 * @param body the parts that the emulator keeps, one after the other
 */
record SentMail(String source, String recipients, String subject, String body) {
  boolean isTo(String address) {
    return recipients.contains("\"" + address + "\"");
  }
}
