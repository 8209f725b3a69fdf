package dev.gatehouse.triggers.customemailsender;

import dev.gatehouse.lambda.testing.EventJsonContract;

class CustomEmailSenderEventJsonTest extends EventJsonContract {
  CustomEmailSenderEventJsonTest() {
    super("custom-email-sender", CustomEmailSenderEvent.class);
  }
}
