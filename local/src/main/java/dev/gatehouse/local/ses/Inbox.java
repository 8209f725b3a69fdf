package dev.gatehouse.local.ses;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Keeps every mail sent, and shows it at {@code /_aws/ses} as LocalStack does. */
public final class Inbox implements Service {

  /** The oldest mail goes when one more comes, so that a machine left running never fills up. */
  static final int KEPT = 10_000;

  private static final Gson JSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private final Deque<SentMail> mails = new ArrayDeque<>();

  /** Returns all mails, oldest first. */
  public synchronized List<SentMail> mails() {
    return List.copyOf(mails);
  }

  synchronized void add(SentMail mail) {
    if (mails.size() == KEPT) {
      mails.removeFirst();
    }
    mails.addLast(mail);
  }

  /**
   * Answers GET with the mails and DELETE by throwing them away; {@code id} picks one, {@code
   * email} those that this address sent or got.
   */
  @Override
  public Response answer(Request request) {
    String id = request.parameter("id").orElse("");
    String email = request.parameter("email").orElse("");
    return switch (request.method()) {
      case "GET", "HEAD" -> show(id, email);
      case "DELETE" -> empty(id);
      default ->
          Response.of(405, "application/json", "{\"message\": \"Only GET and DELETE\"}")
              .with("Allow", "GET, DELETE");
    };
  }

  private Response show(String id, String email) {
    List<Map<String, Object>> found =
        mails().stream()
            .filter(mail -> id.isEmpty() || mail.id().equals(id))
            .filter(mail -> email.isEmpty() || mail.concerns(email))
            .map(SentMail::json)
            .toList();
    return Response.of(200, "application/json", JSON.toJson(Map.of("messages", found)));
  }

  private synchronized Response empty(String id) {
    mails.removeIf(mail -> id.isEmpty() || mail.id().equals(id));
    return new Response(204, Map.of(), new byte[0]);
  }
}
