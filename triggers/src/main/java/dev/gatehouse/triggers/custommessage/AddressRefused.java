package dev.gatehouse.triggers.custommessage;

import dev.gatehouse.triggers.emailrules.Decision.Refused;

/** Tells Cognito to mail nothing to an address; it shows the message to the person who asked. */
public final class AddressRefused extends RuntimeException {
  AddressRefused(Refused refused) {
    // No stack trace: a refusal is an answer, and Lambda would log every line of it.
    super(refused.code() + ": " + refused.code().sentence(), null, false, false);
  }
}
