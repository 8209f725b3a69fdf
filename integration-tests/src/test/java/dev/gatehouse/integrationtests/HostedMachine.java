package dev.gatehouse.integrationtests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A machine with hosted pages, which send people back to a web page of the test's own, and with
 * mails that a function of ours sends.
 */
record HostedMachine(Machine machine, ClientApp app) implements AutoCloseable {

  /** Starts it at the first journey that asks for it; JUnit closes it after the last. */
  static final class Resolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == HostedMachine.class;
    }

    @Override
    public HostedMachine resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.GLOBAL)
          .computeIfAbsent(HostedMachine.class, key -> start(), HostedMachine.class);
    }
  }

  private static HostedMachine start() {
    try {
      ClientApp app = ClientApp.start();
      AlteredPlan plan = AlteredPlan.copyOf("hosted-lambda");
      JsonObject client = plan.inputs("aws:cognito/userPoolClient:UserPoolClient", "api");
      client.add("callbackUrls", list(app.signedIn()));
      client.add("logoutUrls", list(app.signedOut()));
      return new HostedMachine(plan.start(Path.of("target")), app);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonArray list(URI address) {
    JsonArray list = new JsonArray();
    list.add(address.toString());
    return list;
  }

  /** Returns the address of a hosted page, with more of its query after an ampersand. */
  URI page(String path, String more) {
    String query =
        "client_id=%s&response_type=code&redirect_uri=%s%s"
            .formatted(
                machine.about("userPoolClientId"),
                URLEncoder.encode(app.signedIn().toString(), StandardCharsets.UTF_8),
                more);
    return machine.aws().resolve(path + "?" + query);
  }

  @Override
  public void close() {
    app.close();
    machine.close();
  }
}
