package dev.gatehouse.dynamodb.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** An HTTP response. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DynamoDbResponse(int status, Map<String, String> headers, byte[] body) {

  private static final String ID_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int ID_RANDOM = 26;

  /** The end of all request ids of AWS. */
  private static final String ID_END = "VV4KQNSO5AEMVJF66Q9ASUAAJG";

  /** Returns a response with the headers that all have. */
  static DynamoDbResponse of(int status, @Nullable String contentType, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-amzn-RequestId", requestId());
    CRC32 crc = new CRC32();
    crc.update(body);
    headers.put("x-amz-crc32", Long.toString(crc.getValue()));
    if (contentType != null) {
      headers.put("Content-Type", contentType);
    }
    return new DynamoDbResponse(status, headers, body);
  }

  /** Returns the body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String requestId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    StringBuilder id = new StringBuilder(ID_RANDOM + ID_END.length());
    for (int i = 0; i < ID_RANDOM; i++) {
      id.append(ID_CHARACTERS.charAt(random.nextInt(ID_CHARACTERS.length())));
    }
    return id.append(ID_END).toString();
  }
}
