package dev.gatehouse.emailrules.dns;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fake DNS server on the loopback interface; other domains do not exist. */
final class FakeResolver {
  private static final int NXDOMAIN = 3;
  private static final int MX = 15;

  private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  private final Map<String, List<byte[]>> records = new HashMap<>();
  private final Map<String, Integer> errors = new HashMap<>();
  private final Thread thread = new Thread(this::serve, "fake-resolver");

  FakeResolver() throws SocketException {
    thread.setDaemon(true);
  }

  FakeResolver start() {
    thread.start();
    return this;
  }

  String url() {
    return "dns://127.0.0.1:" + socket.getLocalPort();
  }

  /** Adds a domain without records. */
  FakeResolver empty(String domain) {
    errors.put(domain, 0);
    return this;
  }

  FakeResolver failing(String domain, int code) {
    errors.put(domain, code);
    return this;
  }

  FakeResolver silent(String domain) {
    errors.put(domain, -1);
    return this;
  }

  FakeResolver mx(String domain, int preference, String host) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write(preference >> 8);
    data.write(preference);
    for (String label : host.isEmpty() ? new String[0] : host.split("\\.", -1)) {
      data.write(label.length());
      data.writeBytes(label.getBytes(US_ASCII));
    }
    data.write(0);
    return add(domain, MX, data.toByteArray());
  }

  FakeResolver address(String domain, String literal) throws IOException {
    byte[] data = InetAddress.getByName(literal).getAddress();
    return add(domain, data.length == 4 ? 1 : 28, data);
  }

  private FakeResolver add(String domain, int type, byte[] data) {
    records.computeIfAbsent(domain + ' ' + type, any -> new ArrayList<>()).add(data);
    return empty(domain);
  }

  private void serve() {
    byte[] buffer = new byte[512];
    while (!socket.isClosed()) {
      try {
        DatagramPacket query = new DatagramPacket(buffer, buffer.length);
        socket.receive(query);
        byte @Nullable [] response = responseTo(buffer);
        if (response != null) {
          socket.send(new DatagramPacket(response, response.length, query.getSocketAddress()));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private byte @Nullable [] responseTo(byte[] packet) {
    ByteBuffer query = ByteBuffer.wrap(packet);
    short id = query.getShort(0);
    query.position(12);
    List<String> labels = new ArrayList<>();
    for (int length = query.get(); length > 0; length = query.get()) {
      byte[] label = new byte[length];
      query.get(label);
      labels.add(new String(label, US_ASCII));
    }
    short type = query.getShort();
    int end = query.position() + 2;
    String domain = String.join(".", labels);
    int code = errors.getOrDefault(domain, NXDOMAIN);
    if (code < 0) {
      return null;
    }
    List<byte[]> found = records.getOrDefault(domain + ' ' + type, List.of());
    ByteBuffer response = ByteBuffer.allocate(512);
    response.putShort(id).putShort((short) (0x8180 | code)).putShort((short) 1);
    response.putShort((short) found.size()).putInt(0).put(packet, 12, end - 12);
    for (byte[] data : found) {
      response.putShort((short) 0xc00c).putShort(type).putShort((short) 1).putInt(60);
      response.putShort((short) data.length).put(data);
    }
    return Arrays.copyOf(response.array(), response.position());
  }

  void stop() throws InterruptedException {
    socket.close();
    thread.join();
  }
}
