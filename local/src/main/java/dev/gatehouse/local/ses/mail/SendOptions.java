package dev.gatehouse.local.ses.mail;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a send request, apart from the mail's sender, recipients and content.
 *
 * @param replyTo the Reply-To addresses, empty to reply to the sender
 * @param configurationSet the name of the configuration set, null for none
 * @param tags the message tags, in the order given
 * @param headers the headers of a raw message, empty for a mail that SES composes
 */
public record SendOptions(
    List<String> replyTo,
    @Nullable String configurationSet,
    Map<String, String> tags,
    Map<String, String> headers) {

  /** A request without any option. */
  public static final SendOptions NONE = new SendOptions(List.of(), null, Map.of(), Map.of());

  /** Creates options from copies of these lists and maps. */
  public SendOptions {
    replyTo = List.copyOf(replyTo);
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
