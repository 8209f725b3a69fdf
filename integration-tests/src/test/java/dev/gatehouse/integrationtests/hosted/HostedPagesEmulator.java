package dev.gatehouse.integrationtests.hosted;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A local emulator with hosted pages, whose callback is a page of the test, and with the
 * CustomEmailSender function.
 */
record HostedPagesEmulator(LocalEmulator emulator, ClientApp app) {

  /** The emulator of this JVM, for the reason of {@code WithLocalEmulator}. */
  private static final class Shared {
    private static final HostedPagesEmulator EMULATOR = start();
  }

  /** Starts the emulator for the first test with such a parameter. */
  static final class Resolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == HostedPagesEmulator.class;
    }

    @Override
    public HostedPagesEmulator resolveParameter(
        ParameterContext parameter, ExtensionContext context) {
      return Shared.EMULATOR;
    }
  }

  private static HostedPagesEmulator start() {
    try {
      ClientApp app = ClientApp.start();
      ModifiedPlan plan = ModifiedPlan.copyOf("hosted-lambda");
      JsonObject client = plan.inputs("aws:cognito/userPoolClient:UserPoolClient", "app-client");
      client.add("callbackUrls", list(app.signedIn()));
      client.add("logoutUrls", list(app.signedOut()));
      return new HostedPagesEmulator(plan.start(Files.createTempDirectory("hosted-pages")), app);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonArray list(URI address) {
    JsonArray list = new JsonArray();
    list.add(address.toString());
    return list;
  }

  /** Returns the URL of a hosted page with further query parameters. */
  URI page(String path, String more) {
    String query =
        "client_id=%s&response_type=code&redirect_uri=%s%s"
            .formatted(
                emulator.info("userPoolClientId"),
                URLEncoder.encode(app.signedIn().toString(), StandardCharsets.UTF_8),
                more);
    return emulator.aws().resolve(path + "?" + query);
  }
}
