package dev.gatehouse.local.ses;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Is what a sender says beside the mail itself.
 *
 * @param replyTo where answers go, empty for the sender
 * @param configurationSet the set that decides about events, null for none
 * @param tags what events are told apart by, in the order given
 * @param headers the headers of a raw message, those of a composed one being SES's own
 */
public record Handling(
    List<String> replyTo,
    @Nullable String configurationSet,
    Map<String, String> tags,
    Map<String, String> headers) {

  /** Says nothing. */
  public static final Handling PLAIN = new Handling(List.of(), null, Map.of(), Map.of());

  /** Copies what it is given. */
  public Handling {
    replyTo = List.copyOf(replyTo);
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
