package dev.gatehouse.emailrules.dns;

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
 * A lookup in the DNS: a domain accepts mail if it has an MX record, or else a public IP address.
 *
 * <p>Both lookups run at once, so that the timeout limits them together.
 */
public final class DnsMailHosts implements MailHosts {
  private static final Duration TIMEOUT = Duration.ofMillis(800);

  /** JNDI's name for the resolvers that the operating system is configured with. */
  private static final String SYSTEM_RESOLVERS = "dns:";

  private final String resolvers;
  private final Duration timeout;
  private final ExecutorService lookups = Executors.newCachedThreadPool(DnsMailHosts::daemon);

  /** Creates a lookup with the resolvers of the operating system and a timeout of 800 ms. */
  public DnsMailHosts() {
    this(SYSTEM_RESOLVERS, TIMEOUT);
  }

  DnsMailHosts(String resolvers, Duration timeout) {
    this.resolvers = resolvers;
    this.timeout = timeout;
  }

  private static Thread daemon(Runnable lookup) {
    Thread thread = new Thread(lookup, "dns-lookup");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public boolean acceptMailFor(String domain) {
    long end = System.nanoTime() + timeout.toNanos();
    Future<List<String>> hosts = lookups.submit(() -> records(domain, "MX"));
    Future<Boolean> reachable = lookups.submit(() -> isReachable(domain));
    try {
      List<String> found = hosts.get(timeout.toNanos(), NANOSECONDS);
      if (found.isEmpty()) {
        return reachable.get(end - System.nanoTime(), NANOSECONDS);
      }
      return !isNullMx(found);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof NameNotFoundException) {
        return false; // NXDOMAIN: the domain does not exist
      }
      throw new LookupFailed(failed);
    } catch (TimeoutException late) {
      throw new LookupFailed(late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LookupFailed(stopped);
    } finally {
      hosts.cancel(true);
      reachable.cancel(true);
    }
  }

  /** Returns whether the records are a null MX (RFC 7505): one host, which is the root. */
  private static boolean isNullMx(List<String> hosts) {
    String first = hosts.get(0);
    return hosts.size() == 1 && first.substring(first.indexOf(' ') + 1).replace(".", "").isEmpty();
  }

  private boolean isReachable(String domain) throws NamingException {
    return records(domain, "A").stream().anyMatch(PublicIpAddress::isPublic)
        || records(domain, "AAAA").stream().anyMatch(PublicIpAddress::isPublic);
  }

  // DNS attributes are text, nothing is deserialized; JNDI requires a Hashtable.
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
