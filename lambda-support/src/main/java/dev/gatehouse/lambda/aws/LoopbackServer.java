package dev.gatehouse.lambda.aws;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP server of this process for its own replayed calls: they run the HTTP client to the
 * socket, and no further.
 */
final class LoopbackServer implements AutoCloseable {
  /** The request header that names the response. */
  static final String RESPONSE = "Priming-Response";

  /** The name of the server's threads. */
  static final String THREAD = "priming";

  private static final Pattern NAMED = Pattern.compile("(?i)\r\n" + RESPONSE + ": *([^\r]*)\r\n");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)\r\n");
  private static final String END_OF_HEAD = "\r\n\r\n";

  /** After so many responses a connection is closed, so that opening one is replayed too. */
  private static final int RESPONSES_PER_CONNECTION = 20;

  /** The time that a client has to close a connection before the server does. */
  private static final long CLOSING_MILLIS = 1_000;

  private final ServerSocket socket;
  private final Map<String, RememberedResponse> responses;
  private final Map<Socket, Thread> connections = new ConcurrentHashMap<>();

  /** Starts a server that sends these responses, and those that are added later. */
  LoopbackServer(Map<String, RememberedResponse> responses) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.responses = responses;
    newThread(this::accept).start();
  }

  /** Returns the port on the loopback interface. */
  int port() {
    return socket.getLocalPort();
  }

  /** Accepts no further connection, and returns when the client has closed those that it has. */
  @Override
  public void close() throws IOException {
    socket.close();
    try {
      for (Thread thread : connections.values()) {
        thread.join(CLOSING_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Socket connection : connections.keySet()) {
      connection.close();
    }
  }

  private static Thread newThread(Runnable task) {
    Thread thread = new Thread(task, THREAD);
    thread.setDaemon(true);
    return thread;
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        Thread thread = newThread(() -> respond(connection));
        connections.put(connection, thread);
        thread.start();
      }
    } catch (IOException closed) {
      // No further connection.
    }
  }

  private void respond(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      String head = head(in);
      for (int sent = 1; !head.isEmpty() && sent <= RESPONSES_PER_CONNECTION; sent++) {
        in.skipNBytes(Long.parseLong(header(LENGTH, head, "0")));
        RememberedResponse response =
            responses.getOrDefault(header(NAMED, head, ""), RememberedResponse.REFUSED);
        connection.getOutputStream().write(response.octets(sent == RESPONSES_PER_CONNECTION));
        head = head(in);
      }
    } catch (IOException closed) {
      // The client aborted a call.
    } finally {
      connections.remove(connection);
    }
  }

  /** Reads a request up to its body; returns an empty text at the end of the connection. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    int end = 0;
    while (end < END_OF_HEAD.length()) {
      int octet = in.read();
      if (octet < 0) {
        return "";
      }
      read.write(octet);
      if (octet == END_OF_HEAD.charAt(end)) {
        end++;
      } else {
        end = octet == END_OF_HEAD.charAt(0) ? 1 : 0;
      }
    }
    return read.toString(StandardCharsets.ISO_8859_1);
  }

  private static String header(Pattern pattern, String head, String otherwise) {
    Matcher matcher = pattern.matcher(head);
    return matcher.find() ? matcher.group(1) : otherwise;
  }
}
