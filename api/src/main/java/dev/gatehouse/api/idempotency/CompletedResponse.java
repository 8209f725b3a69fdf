package dev.gatehouse.api.idempotency;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.http.Response;
import org.jspecify.annotations.Nullable;

/** The response to a request that is completed, to send again. */
public sealed interface CompletedResponse {

  /**
   * Returns the response.
   *
   * @throws RequestRefused if the request was refused
   */
  Response get();

  /**
   * The response to a request that succeeded.
   *
   * @param sub the user whom it is about, for the log
   */
  record Succeeded(int status, String body, @Nullable String sub) implements CompletedResponse {
    static Succeeded of(Response response) {
      return new Succeeded(response.status(), response.body(), response.logNote().sub());
    }

    @Override
    public Response get() {
      Response response = Response.ofJson(status, body);
      return sub == null ? response : response.about(sub);
    }
  }

  /** The refusal of a request. */
  record Refused(Problem problem, String detail) implements CompletedResponse {
    static Refused of(RequestRefused refused) {
      return new Refused(refused.problem(), refused.detail());
    }

    @Override
    public Response get() {
      throw RequestRefused.because(problem, detail);
    }
  }
}
