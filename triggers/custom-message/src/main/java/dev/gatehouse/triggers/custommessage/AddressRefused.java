package dev.gatehouse.triggers.custommessage;

import dev.gatehouse.emailrules.Decision.Refused;

/**
 * The refusal of a changed address, which Cognito returns to the client. Cognito sends no mail and
 * shows the message to the client.
 */
public final class AddressRefused extends RuntimeException {
  AddressRefused(Refused refused) {
    // Without a stack trace: a refusal is an expected result, and Lambda would log the whole trace.
    super(refused.code() + ": " + refused.code().sentence(), null, false, false);
  }
}
