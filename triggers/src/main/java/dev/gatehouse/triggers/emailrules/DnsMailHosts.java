package dev.gatehouse.triggers.emailrules;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks the DNS which domains take mail: MX, or else an address that the whole net can reach.
 *
 * <p>Both questions are under way at once, so that the time given is the longest wait.
 */
final class DnsMailHosts implements MailHosts {
  /** The resolvers that the machine itself uses. */
  static final String OF_THE_MACHINE = "dns:";

  private final String resolvers;
  private final Duration timeout;
  private final ExecutorService questions =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("dns-", 0).factory());

  DnsMailHosts(String resolvers, Duration timeout) {
    this.resolvers = resolvers;
    this.timeout = timeout;
  }

  @Override
  public boolean takeMailFor(String domain) {
    long end = System.nanoTime() + timeout.toNanos();
    Future<List<String>> hosts = questions.submit(() -> records(domain, "MX"));
    Future<Boolean> reachable = questions.submit(() -> isReachable(domain));
    try {
      List<String> found = hosts.get(timeout.toNanos(), NANOSECONDS);
      if (found.isEmpty()) {
        return reachable.get(end - System.nanoTime(), NANOSECONDS);
      }
      return !isNullMx(found);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof NameNotFoundException) {
        return false; // NXDOMAIN: the one error that is an answer
      }
      throw new Unanswered(failed);
    } catch (TimeoutException late) {
      throw new Unanswered(late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unanswered(stopped);
    } finally {
      hosts.cancel(true);
      reachable.cancel(true);
    }
  }

  /** RFC 7505: a domain that takes no mail says so with one host that is the root. */
  private static boolean isNullMx(List<String> hosts) {
    String first = hosts.getFirst();
    return hosts.size() == 1 && first.substring(first.indexOf(' ') + 1).replace(".", "").isEmpty();
  }

  private boolean isReachable(String domain) throws NamingException {
    return records(domain, "A").stream().anyMatch(PublicAddress::is)
        || records(domain, "AAAA").stream().anyMatch(PublicAddress::is);
  }

  // Attributes of the DNS are text, no objects to wake up; and JNDI takes no other kind of map.
  @SuppressWarnings({"BanJNDI", "JdkObsolete"})
  private List<String> records(String domain, String type) throws NamingException {
    Hashtable<String, String> settings = new Hashtable<>();
    settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    settings.put(Context.PROVIDER_URL, resolvers);
    settings.put("com.sun.jndi.dns.timeout.initial", String.valueOf(timeout.toMillis()));
    settings.put("com.sun.jndi.dns.timeout.retries", "1");
    InitialDirContext dns = new InitialDirContext(settings);
    try {
      @Nullable Attribute records = dns.getAttributes(domain, new String[] {type}).get(type);
      List<String> values = new ArrayList<>();
      if (records != null) {
        for (Object value : Collections.list(records.getAll())) {
          values.add(String.valueOf(value));
        }
      }
      return values;
    } finally {
      dns.close();
    }
  }
}
