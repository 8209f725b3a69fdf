package dev.gatehouse.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.SpringSecurityCoreVersion;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Spring Security's resource server in an application of Spring Boot. */
final class SpringResourceServer implements Client.ClientRun {

  private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";
  private static final MovableClock CLOCK = new MovableClock();

  /** The application, which takes access tokens only. */
  @SpringBootApplication
  @RestController
  static class Application {

    /** Returns the caller's subject. */
    @GetMapping("/subject")
    String subject(Principal user) {
      return user.getName();
    }

    /** Returns the decoder that issuer-uri makes, with the tests' clock and a check of the use. */
    @Bean
    JwtDecoder jwtDecoder(@Value("${" + ISSUER + "}") String issuer) {
      JwtTimestampValidator timestamps = new JwtTimestampValidator(Duration.ZERO);
      timestamps.setClock(CLOCK);
      NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
      decoder.setJwtValidator(
          new DelegatingOAuth2TokenValidator<Jwt>(
              timestamps,
              new JwtIssuerValidator(issuer),
              new JwtClaimValidator<String>("token_use", "access"::equals)));
      return decoder;
    }
  }

  @Override
  public Outcome against(RunningEmulator emulator) {
    VerifierTokens tokens = VerifierTokens.of(emulator);
    CLOCK.moveAhead(Duration.between(Instant.now(), emulator.time()));
    Outcome outcome = new Outcome();
    outcome.version(String.valueOf(SpringSecurityCoreVersion.getVersion()));
    SpringApplication application = new SpringApplication(Application.class);
    application.setDefaultProperties(
        Map.of(
            ISSUER,
            emulator.issuer(),
            "server.address",
            "127.0.0.1",
            "server.port",
            "0",
            "spring.main.banner-mode",
            "off",
            "logging.level.root",
            "WARN"));
    try (ConfigurableApplicationContext context = application.run()) {
      URI url =
          URI.create(
              "http://127.0.0.1:%s/subject"
                  .formatted(context.getEnvironment().getProperty("local.server.port")));
      check(outcome, url, tokens, emulator);
    }
    return outcome;
  }

  private static void check(
      Outcome outcome, URI url, VerifierTokens tokens, RunningEmulator emulator) {
    outcome.record(Step.GOOD_TOKEN, () -> assertThat(call(url, tokens.access())).isEqualTo("200 "));
    outcome.record(
        Step.FOREIGN_TOKEN, () -> assertThat(call(url, tokens.foreign())).startsWith("401 "));
    outcome.record(
        Step.WRONG_USE, () -> assertThat(call(url, tokens.id())).contains("401 ", "token_use"));
    outcome.record(
        Step.EXPIRED_TOKEN,
        () -> {
          CLOCK.moveAhead(
              Duration.between(Instant.now(), emulator.time()).plus(VerifierTokens.LIFETIME));
          assertThat(call(url, tokens.access())).contains("401 ", "Jwt expired");
        });
  }

  /** Returns the status and the error of a request with this token. */
  private static String call(URI url, String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url).header("Authorization", "Bearer " + token).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return response.statusCode()
          + " "
          + response.headers().firstValue("WWW-Authenticate").orElse("");
    }
  }
}
