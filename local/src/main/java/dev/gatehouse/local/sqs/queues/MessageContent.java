package dev.gatehouse.local.sqs.queues;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the sender of a message sets: its body and its attributes. */
public record MessageContent(String body, Map<String, MessageAttribute> attributes) {

  /** Creates a content from a copy of these attributes. */
  public MessageContent {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }
}
