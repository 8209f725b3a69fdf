package dev.gatehouse.local.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCheckTest {

  private final HostCheck port =
      new HostCheck(
          AllowedHosts.localhostAnd(List.of("Emulator", "*.example.test", "[fd00::2]")),
          request -> Response.of(200, "text/plain", "served"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:4566",
        "bucket.s3.localhost:4566",
        "127.0.0.1:8080",
        "[::1]:4566",
        "emulator:4566",
        "a.b.example.test",
        "[fd00::2]:1"
      })
  void allowedHostIsServed(String host) {
    assertThat(answer(List.of(host)).text()).isEqualTo("served");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attacker.example",
        "attacker.example:4566",
        "localhost.attacker.example",
        "notlocalhost",
        ".localhost",
        "127.0.0.1.attacker.example",
        "example.test",
        "xexample.test",
        "localhost:4566@attacker.example",
        ""
      })
  void otherHostGetsASentence(String host) {
    Response refused = answer(List.of(host));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.headers())
        .containsEntry("Content-Type", List.of("application/problem+json"));
    assertThat(refused.text())
        .contains("not to the host " + host + ". Start it with --allow-host NAME")
        .contains("host.docker.internal");
  }

  @Test
  void requestWithoutOrWithTwoHostsIsRefused() {
    assertThat(answer(List.of()).text()).contains("must have one Host header; this one has 0.");
    assertThat(answer(List.of("localhost", "attacker.example")).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://emulator", "emulator:4566", "*", "a/b", ""})
  void malformedNameIsRefusedAtStart(String name) {
    assertThatThrownBy(() -> AllowedHosts.localhostAnd(List.of(name)))
        .hasMessageStartingWith("--allow-host is \"" + name + "\"; expected a host name");
  }

  private Response answer(List<String> hosts) {
    return port.handle(
        new Request(
            "GET",
            "/",
            Map.of(),
            hosts.isEmpty() ? Map.of() : Map.of("Host", hosts),
            "127.0.0.1",
            new byte[0]));
  }
}
