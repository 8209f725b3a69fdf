package dev.gatehouse.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DynamoDbLocalProcessTest {

  private final CompletableFuture<URI> endpoint = new CompletableFuture<>();

  @Test
  void endpointHasThePrintedPort() {
    DynamoDbLocalProcess.readOutput(reader("warning\nlistening on port 81\nmore"), endpoint);

    assertThat(endpoint).isCompletedWithValue(URI.create("http://127.0.0.1:81/"));
  }

  @Test
  void outputOfAProcessThatDoesNotStartIsTheError() {
    DynamoDbLocalProcess.readOutput(reader("no space\nleft"), endpoint);

    assertThat(endpoint)
        .isCompletedExceptionally()
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withMessageContaining("DynamoDB Local does not start:\nno space\nleft");
  }

  @Test
  void errorWhileReadingTheOutputLeavesNobodyWaiting() {
    Reader failing =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) {
            throw new StackOverflowError("too deep");
          }

          @Override
          public void close() throws IOException {
            // Nothing is open.
          }
        };

    DynamoDbLocalProcess.readOutput(new BufferedReader(failing), endpoint);

    assertThat(endpoint).isCompletedExceptionally();
  }

  private static BufferedReader reader(String text) {
    return new BufferedReader(new StringReader(text));
  }
}
