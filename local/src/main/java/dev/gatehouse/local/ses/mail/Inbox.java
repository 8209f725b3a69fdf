package dev.gatehouse.local.ses.mail;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.state.StateEntries;
import dev.gatehouse.local.state.StateStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every mail sent, served at {@code /_aws/ses} in the format of LocalStack. */
public final class Inbox implements Service {

  /** The number of mails kept, so that memory stays bounded. */
  static final int CAPACITY = 10_000;

  /** The number of mails of which the list is written at once. */
  static final int LONGEST_IN_MEMORY = 100;

  private static final int BUFFER = 64 * 1024;

  private static final Gson JSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private final StateEntries<SentMail> entries;

  /** The mails by numbers in the order of their sending; at first without the stored ones. */
  private final NavigableMap<String, SentMail> mails = new TreeMap<>();

  private volatile Consumer<SentMail> listener = mail -> {};

  /** The number of the last stored mail, until the stored ones are read. */
  private String lastStored = "";

  /** Creates an inbox in memory. */
  public Inbox() {
    this(StateStore.none());
  }

  /** Creates an inbox with the stored mails. */
  public Inbox(StateStore state) {
    entries = state.entries("ses-mails", SentMail.class);
    state.read(this::read);
  }

  /** Reads the stored mails later: the start need not wait for thousands of them. */
  private synchronized void read() {
    mails.clear();
    lastStored = entries.lastKey();
  }

  private synchronized void readStored() {
    if (!lastStored.isEmpty()) {
      entries.all().forEach(mails::putIfAbsent);
      lastStored = "";
    }
  }

  /** Returns all mails, oldest first. */
  public synchronized List<SentMail> mails() {
    readStored();
    return List.copyOf(mails.values());
  }

  /** Calls back with each mail that is added from now on, in the thread that sends it. */
  public void onAdd(Consumer<SentMail> listener) {
    this.listener = listener;
  }

  /** Adds a mail, and drops the oldest one if the inbox is full. */
  public void add(SentMail mail) {
    List<String> changed = new ArrayList<>();
    synchronized (this) {
      while (mails.size() >= CAPACITY) {
        changed.add(mails.pollFirstEntry().getKey());
      }
      String last = mails.isEmpty() ? lastStored : mails.lastKey();
      String number = number(last.isEmpty() ? 1 : Long.parseLong(last, 16) + 1);
      mails.put(number, mail);
      changed.add(number);
    }
    store(changed);
    listener.accept(mail);
  }

  /** Deletes a mail. */
  public void delete(SentMail mail) {
    deleteIf(mail::equals);
  }

  /** Deletes all mails. */
  public void clear() {
    deleteIf(mail -> true);
  }

  private void deleteIf(Predicate<SentMail> deleted) {
    List<String> numbers = new ArrayList<>();
    synchronized (this) {
      readStored();
      mails.forEach(
          (number, mail) -> {
            if (deleted.test(mail)) {
              numbers.add(number);
            }
          });
      mails.keySet().removeAll(numbers);
    }
    store(numbers);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%016x", number);
  }

  private void store(List<String> numbers) {
    numbers.forEach(number -> entries.changed(number, () -> mail(number)));
  }

  private synchronized @Nullable SentMail mail(String number) {
    return mails.get(number);
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
    List<SentMail> found =
        mails().stream()
            .filter(mail -> id.isEmpty() || mail.id().equals(id))
            .filter(mail -> email.isEmpty() || mail.involves(email))
            .toList();
    if (found.size() > LONGEST_IN_MEMORY) {
      return Response.streaming("application/json", out -> write(found, out));
    }
    List<Map<String, Object>> messages = found.stream().map(SentMail::json).toList();
    return Response.of(200, "application/json", JSON.toJson(Map.of("messages", messages)));
  }

  /** Writes a list mail by mail, since that of a full inbox has some 100 MB. */
  private static void write(List<SentMail> mails, OutputStream out) throws IOException {
    Writer writer =
        new OutputStreamWriter(new BufferedOutputStream(out, BUFFER), StandardCharsets.UTF_8);
    writer.write("{\"messages\":[");
    String separator = "";
    for (SentMail mail : mails) {
      writer.write(separator);
      JSON.toJson(mail.json(), writer);
      separator = ",";
    }
    writer.write("]}");
    writer.flush();
  }

  private Response delete(String id) {
    List<String> deleted = new ArrayList<>();
    synchronized (this) {
      readStored();
      mails.forEach(
          (number, mail) -> {
            if (id.isEmpty() || mail.id().equals(id)) {
              deleted.add(number);
            }
          });
      mails.keySet().removeAll(deleted);
    }
    store(deleted);
    return new Response(204, Map.of(), new byte[0]);
  }
}
