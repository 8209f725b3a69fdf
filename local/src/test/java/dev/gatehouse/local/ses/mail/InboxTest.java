package dev.gatehouse.local.ses.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.state.StateStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {

  private final Inbox inbox = new Inbox();

  @BeforeEach
  void addMails() {
    add("1", Mail.html("Shop <shop@example.com>", "Jane@b.org", "first", "<b>&amp;</b>"));
    add("2", Mail.html("other@example.com", "joe@b.org", "second", "h"));
    add(
        "3",
        new Mail("shop@example.com", List.of(), List.of("c@b.org"), List.of(), "third", "t", null));
  }

  @Test
  void mailsAreListedInTheFormatOfLocalStack() {
    assertThat(get(Map.of("id", "1")).text())
        .isEqualTo(
            """
            {"messages":[{"Id":"1","Region":"us-east-1","Source":"Shop <shop@example.com>",\
            "Destination":{"ToAddresses":["Jane@b.org"],"CcAddresses":[],"BccAddresses":[]},\
            "Subject":"first","Body":{"text_part":null,"html_part":"<b>&amp;</b>"},\
            "Timestamp":"2026-11-22T12:00:01Z"}]}\
            """);
  }

  @Test
  void mailsAreListedOldestFirst() {
    assertThat(ids(Map.of())).containsExactly("1", "2", "3");
  }

  @Test
  void emailSelectsByRecipientOrSender() {
    assertThat(ids(Map.of("email", "jane@b.org"))).containsExactly("1");
    assertThat(ids(Map.of("email", "c@b.org"))).containsExactly("3");
    assertThat(ids(Map.of("email", "shop@example.com"))).containsExactly("1", "3");
    assertThat(ids(Map.of("email", "Shop <shop@example.com>"))).containsExactly("1");
    assertThat(ids(Map.of("email", "b.org"))).isEmpty();
    assertThat(ids(Map.of("email", "shop@example.com", "id", "3"))).containsExactly("3");
  }

  @Test
  void deleteRemovesOneMailOrAll() {
    assertThat(inbox.handle(request("DELETE", Map.of("id", "2"))).status()).isEqualTo(204);
    assertThat(ids(Map.of())).containsExactly("1", "3");

    inbox.handle(request("DELETE", Map.of()));
    assertThat(get(Map.of()).text()).isEqualTo("{\"messages\":[]}");
  }

  @Test
  void otherMethodsAreRefused() {
    Response response = inbox.handle(request("POST", Map.of()));

    assertThat(response.status()).isEqualTo(405);
    assertThat(response.headers()).containsEntry("Allow", List.of("GET, DELETE"));
  }

  @Test
  void fullInboxDropsTheOldestMail() {
    for (int i = 4; i <= Inbox.CAPACITY + 1; i++) {
      add(String.valueOf(i), Mail.html("a@b.org", "c@d.org", "s", "h"));
    }

    assertThat(inbox.mails()).hasSize(Inbox.CAPACITY);
    assertThat(inbox.mails().getFirst().id()).isEqualTo("2");
  }

  @Test
  void longListIsWrittenMailByMail() throws IOException {
    for (int i = 4; i <= Inbox.LONGEST_IN_MEMORY + 1; i++) {
      add(String.valueOf(i), Mail.html("a@b.org", "c@d.org", "ä", "<b>h</b>"));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Objects.requireNonNull(get(Map.of()).stream()).writeTo(out);

    List<JsonElement> mails = messages(out.toString(StandardCharsets.UTF_8));
    assertThat(mails).hasSize(Inbox.LONGEST_IN_MEMORY + 1);
    for (int i : new int[] {1, 4}) {
      assertThat(mails.get(i - 1))
          .isEqualTo(messages(get(Map.of("id", String.valueOf(i))).text()).getFirst());
    }
  }

  @Test
  void storedMailsComeBeforeNewOnes() {
    StateStore state = StateStore.in(Store.inMemory());
    Mail mail = Mail.html("a@b.org", "c@d.org", "s", "<p>h</p>");
    Instant noon = Instant.parse("2026-11-22T12:00:00Z");
    Inbox first = new Inbox(state);
    for (String id : List.of("b", "a", "c")) {
      first.add(new SentMail(id, noon, mail));
    }
    first.handle(request("DELETE", Map.of("id", "a")));

    Inbox second = new Inbox(state);
    second.add(new SentMail("new", noon, mail));
    assertThat(second.mails()).extracting(SentMail::id).containsExactly("b", "c", "new");
    assertThat(second.mails()).extracting(SentMail::mail).containsOnly(mail);
    second.handle(request("DELETE", Map.of()));
    assertThat(new Inbox(state).mails()).isEmpty();
  }

  private void add(String id, Mail mail) {
    inbox.add(new SentMail(id, Instant.parse("2026-11-22T12:00:00Z").plusSeconds(1), mail));
  }

  private List<String> ids(Map<String, String> query) {
    return messages(get(query).text()).stream()
        .map(JsonElement::getAsJsonObject)
        .map((JsonObject mail) -> mail.get("Id").getAsString())
        .toList();
  }

  private static List<JsonElement> messages(String json) {
    return JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("messages").asList();
  }

  private Response get(Map<String, String> query) {
    return inbox.handle(request("GET", query));
  }

  private static Request request(String method, Map<String, String> query) {
    Map<String, List<String>> lists =
        query.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
    return new Request(method, "/_aws/ses", lists, Map.of(), "127.0.0.1", new byte[0]);
  }
}
