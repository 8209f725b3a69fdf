package dev.gatehouse.integrationtests.aws;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.TextResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

/** A running emulator of AWS, whose services share one endpoint. */
record AwsEmulator(EmulatorKind kind, String version, URI endpoint) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  /** Returns the emulator that answers at the endpoint; throws with a sentence if none does. */
  static AwsEmulator at(URI endpoint) {
    for (EmulatorKind kind : EmulatorKind.values()) {
      Optional<JsonObject> status = read(endpoint.resolve(kind.statusPath()));
      if (status.isPresent()) {
        return new AwsEmulator(kind, kind.version(status.get()), endpoint);
      }
    }
    throw new IllegalStateException(
        "What answers at " + endpoint + " is neither LocalStack nor ministack nor moto");
  }

  /** Returns an SDK client. */
  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return AwsAccount.client(builder, endpoint);
  }

  /** Returns the mails that SES has accepted. */
  List<SentMail> mails() {
    return read(endpoint.resolve(kind.mailsPath())).map(kind::mails).orElseThrow();
  }

  /** Returns the title and the version, as in the table of docs/emulators.md. */
  @Override
  public String toString() {
    return (kind.title() + " " + version).strip();
  }

  /** Returns the JSON object at a URL, empty if there is none. */
  private static Optional<JsonObject> read(URI url) {
    try {
      TextResponse response =
          TextResponse.of(
              HTTP.send(
                  HttpRequest.newBuilder(url).timeout(TIME_LIMIT).build(),
                  BodyHandlers.ofString()));
      return response.status() == 200
          ? Optional.of(JsonParser.parseString(response.body()).getAsJsonObject())
          : Optional.empty();
    } catch (JsonParseException | IllegalStateException noObject) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("Nothing answers at " + url.resolve("/"), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
