package dev.gatehouse.local.ses.mail;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every mail sent, served at {@code /_aws/ses} in the format of LocalStack. */
public final class Inbox implements Service {

  /** The number of mails kept, so that memory stays bounded. */
  static final int CAPACITY = 10_000;

  private static final Gson JSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private final Deque<SentMail> mails = new ArrayDeque<>();
  private volatile Consumer<SentMail> listener = mail -> {};

  /** Returns all mails, oldest first. */
  public synchronized List<SentMail> mails() {
    return List.copyOf(mails);
  }

  /** Calls back with each mail that is added from now on, in the thread that sends it. */
  public void onAdd(Consumer<SentMail> listener) {
    this.listener = listener;
  }

  /** Adds a mail, and drops the oldest one if the inbox is full. */
  public void add(SentMail mail) {
    synchronized (this) {
      if (mails.size() == CAPACITY) {
        mails.removeFirst();
      }
      mails.addLast(mail);
    }
    listener.accept(mail);
  }

  /** Deletes a mail. */
  public synchronized void delete(SentMail mail) {
    mails.remove(mail);
  }

  /** Deletes all mails. */
  public synchronized void clear() {
    mails.clear();
  }

  /**
   * Lists the mails on GET and deletes them on DELETE; {@code id} selects one mail, {@code email}
   * on GET those that this address sent or received.
   */
  @Override
  public Response handle(Request request) {
    String id = request.parameter("id").orElse("");
    String email = request.parameter("email").orElse("");
    return switch (request.method()) {
      case "GET", "HEAD" -> list(id, email);
      case "DELETE" -> delete(id);
      default ->
          Response.of(405, "application/json", "{\"message\": \"Only GET and DELETE\"}")
              .with("Allow", "GET, DELETE");
    };
  }

  private Response list(String id, String email) {
    List<Map<String, Object>> found =
        mails().stream()
            .filter(mail -> id.isEmpty() || mail.id().equals(id))
            .filter(mail -> email.isEmpty() || mail.involves(email))
            .map(SentMail::json)
            .toList();
    return Response.of(200, "application/json", JSON.toJson(Map.of("messages", found)));
  }

  private synchronized Response delete(String id) {
    mails.removeIf(mail -> id.isEmpty() || mail.id().equals(id));
    return new Response(204, Map.of(), new byte[0]);
  }
}
