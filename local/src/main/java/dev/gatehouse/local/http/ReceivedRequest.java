package dev.gatehouse.local.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequestFactory;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** A request as the client sent it, where the library reads the target {@code //user} as a host. */
final class ReceivedRequest extends BasicClassicHttpRequest {

  private static final long serialVersionUID = 1L;

  /** What precedes the path in the absolute form of a target, which clients send to proxies. */
  private static final Pattern ORIGIN = Pattern.compile("^(?i)https?://[^/?#]*(?=/)");

  private final String target;

  private ReceivedRequest(String method, String target) {
    super(method, "/");
    this.target = target;
  }

  /** A factory for the parser of requests. */
  static final class Factory implements HttpRequestFactory<ClassicHttpRequest> {

    @Override
    public ClassicHttpRequest newHttpRequest(String method, String target) {
      return new ReceivedRequest(method, target);
    }

    @Override
    public ClassicHttpRequest newHttpRequest(String method, URI target) {
      return new ReceivedRequest(method, target.toString());
    }
  }

  /** Returns the request with its body; throws {@link ProtocolException} if it is malformed. */
  Request toRequest(byte[] body, String sourceIp) throws ProtocolException {
    URI uri = uri();
    @Nullable String query = uri.getRawQuery();
    return new Request(
        getMethod(),
        uri.getRawPath(),
        UrlEncoded.decode(query),
        headersBySpelling(),
        sourceIp,
        body);
  }

  /** Returns the target in the origin form, below a host that nobody reads. */
  private URI uri() throws ProtocolException {
    String origin = target.startsWith("/") ? target : ORIGIN.matcher(target).replaceFirst("");
    if (!origin.startsWith("/")) {
      throw new MalformedTarget();
    }
    try {
      return new URI("http://localhost" + origin);
    } catch (URISyntaxException e) {
      throw new MalformedTarget();
    }
  }

  /** Returns every value of each header, by its name as first written. */
  private Map<String, List<String>> headersBySpelling() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<String, String> spelling = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : getHeaders()) {
      String name = spelling.computeIfAbsent(header.getName(), first -> first);
      values.computeIfAbsent(name, first -> new ArrayList<>()).add(value(header));
    }
    return Collections.unmodifiableMap(values);
  }

  private static String value(Header header) {
    @Nullable String value = header.getValue();
    return value == null ? "" : value;
  }
}
