package dev.gatehouse.local.console.view;

import dev.gatehouse.local.inspect.TokenDecoder.DecodedToken;
import io.jstach.jstache.JStache;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decoded tokens, and a form to decode another.
 *
 * @param user the user who was signed in, null if a token was pasted
 */
@JStache(path = "dev/gatehouse/local/console/tokens.html")
public record TokensPage(MailPage.@Nullable UserLink user, String given, List<TokenView> tokens) {

  /** A token and what is in it. */
  public record TokenView(String name, String token, DecodedToken decoded) {

    /** Returns whether the token has readable claims. */
    public boolean readable() {
      return !decoded.claims().isEmpty();
    }

    /** Returns the CSS class of the sentence about its validity. */
    public String style() {
      return decoded.valid() ? "good" : "bad";
    }
  }
}
