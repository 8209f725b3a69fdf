package dev.gatehouse.triggers.customemailsender;

final class InMemorySentCodesTest extends SentCodesContract {
  private final SentCodes codes = new InMemorySentCodes(clock);

  @Override
  public SentCodes codes() {
    return codes;
  }
}
