package dev.gatehouse.local.kms;

/** Reads how long a data key has to be: by its spec or in bytes, never both. */
final class DataKeyLength {

  private static final int MOST = 1024;

  private DataKeyLength() {}

  static int of(Call call) throws KmsError {
    String spec = call.optional("KeySpec").orElse("");
    String bytes = call.optional("NumberOfBytes").orElse("");
    if (spec.isEmpty() == bytes.isEmpty()) {
      throw KmsError.invalid("Please specify either number of bytes or key spec.");
    }
    return spec.isEmpty() ? inBytes(bytes) : ofSpec(spec);
  }

  private static int ofSpec(String spec) throws KmsError {
    return switch (spec) {
      case "AES_256" -> 32;
      case "AES_128" -> 16;
      default ->
          throw KmsError.invalid(
              "1 validation error detected: Value '%s' at 'keySpec' failed to satisfy constraint:"
                      .formatted(spec)
                  + " Member must satisfy enum value set: [AES_256, AES_128]");
    };
  }

  private static int inBytes(String bytes) throws KmsError {
    try {
      int number = Integer.parseInt(bytes);
      if (number >= 1 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw KmsError.notJson("STRING_VALUE can not be converted to an Integer");
    }
    String bound =
        bytes.startsWith("-") || bytes.equals("0")
            ? "greater than or equal to 1"
            : "less than or equal to " + MOST;
    throw KmsError.invalid(
        "1 validation error detected: Value '%s' at 'numberOfBytes' failed to satisfy constraint: Member must have value %s"
            .formatted(bytes, bound));
  }
}
