package dev.gatehouse.local.console;

import com.google.gson.JsonObject;
import dev.gatehouse.local.console.view.MailPage.UserLink;
import dev.gatehouse.local.console.view.TokensPage;
import dev.gatehouse.local.console.view.TokensPage.TokenView;
import dev.gatehouse.local.control.Route;
import dev.gatehouse.local.control.RoutedRequest;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.inspect.TokenDecoder;
import java.util.List;
import java.util.stream.Stream;

/** Decoded tokens. */
record TokenPages(HtmlPages html, TokenDecoder decoder) {

  private static final String TOKENS = "/_gatehouse/console/tokens";
  private static final String TITLE = "Tokens";

  Stream<Route> routes() {
    return Stream.of(
        Route.of(
            "GET",
            TOKENS,
            request -> html.page(request, TITLE, TOKENS, new TokensPage(null, "", List.of()))),
        Route.of("POST", TOKENS, this::decode));
  }

  private Response decode(RoutedRequest request) {
    String token = request.field("token").strip();
    try {
      TokenView view = new TokenView("Decoded token", token, decoder.decode(token));
      return html.page(request, TITLE, TOKENS, new TokensPage(null, token, List.of(view)));
    } catch (IllegalArgumentException e) {
      return html.problem(
          400,
          TITLE,
          TOKENS,
          new TokensPage(null, token, List.of()),
          String.valueOf(e.getMessage()));
    }
  }

  /** Returns the page with the tokens of a sign-in. */
  Response signedIn(RoutedRequest request, UserLink user, JsonObject result) {
    List<TokenView> views =
        Stream.of("AccessToken", "IdToken", "RefreshToken")
            .filter(result::has)
            .map(name -> view(name, result.get(name).getAsString()))
            .toList();
    return html.page(request, TITLE, TOKENS, new TokensPage(user, "", views));
  }

  private TokenView view(String name, String token) {
    return new TokenView(name, token, decoder.decode(token));
  }
}
