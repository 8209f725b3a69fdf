package dev.gatehouse.integrationtests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the journeys one running machine: started once for all of them, or the one that {@code
 * -Dtarget.aws=http://...} names.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnOneMachine.Resolver.class)
@interface OnOneMachine {

  /** Starts the machine at the first journey that asks for it; JUnit closes it after the last. */
  final class Resolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Machine.class;
    }

    @Override
    public Machine resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.GLOBAL)
          .computeIfAbsent(Machine.class, key -> machine(), Machine.class);
    }

    private static Machine machine() {
      String target = System.getProperty("target.aws");
      return target == null ? Machine.start() : Machine.at(URI.create(target));
    }
  }
}
