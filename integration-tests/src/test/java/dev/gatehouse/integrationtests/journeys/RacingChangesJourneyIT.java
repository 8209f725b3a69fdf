package dev.gatehouse.integrationtests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Changes of one profile at once, in several processes of the API's function. */
@WithLocalEmulator
@Tag("extended")
@Timeout(120)
class RacingChangesJourneyIT {
  private static final int CHANGES = 24;
  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

  private final LocalEmulator emulator;
  private final ApiClient client;
  private final AwsAccount account;
  private final SignUpUser user = SignUpUser.create();

  RacingChangesJourneyIT(LocalEmulator emulator) {
    this.emulator = emulator;
    this.client = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
  }

  @Test
  void everyAcceptedChangeIsOneVersionAndTheLastOneIsInTheRowAndInCognito() {
    TextResponse created = client.signUp(user);
    String sub = created.json().getAsJsonObject("user").get("UserSub").getAsString();
    client.validate(user, new Inbox(emulator).codeFor(user));
    String token = account.signIn(user).accessToken();

    List<TextResponse> first = changeAtOnce(token, "a");
    List<TextResponse> second = changeAtOnce(token, "b");

    long accepted = accepted(first) + accepted(second);
    assertThat(accepted).as("most win in the end").isGreaterThan(CHANGES);
    assertThat(account.row(sub))
        .as("no change was overwritten unseen")
        .containsEntry("version", AttributeValue.fromN(Long.toString(1 + accepted)));
    Set<AttributeValue> names =
        IntStream.range(0, CHANGES)
            .mapToObj(i -> AttributeValue.fromS("b" + i))
            .collect(Collectors.toSet());
    assertThat(account.row(sub))
        .hasEntrySatisfying("givenName", it -> assertThat(names).contains(it));
  }

  private List<TextResponse> changeAtOnce(String token, String prefix) {
    return IntStream.range(0, CHANGES)
        .mapToObj(
            i ->
                CompletableFuture.supplyAsync(
                    () -> client.changeProfile(token, "{\"givenName\":\"" + prefix + i + "\"}"),
                    THREADS))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private static long accepted(List<TextResponse> responses) {
    assertThat(responses)
        .extracting(TextResponse::status)
        .as(responses.toString())
        .isSubsetOf(200, 503);
    return responses.stream().filter(response -> response.status() == 200).count();
  }
}
