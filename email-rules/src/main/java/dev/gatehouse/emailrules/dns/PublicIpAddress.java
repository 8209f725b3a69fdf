package dev.gatehouse.emailrules.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The distinction of public IP addresses from private, local and reserved ones. */
final class PublicIpAddress {
  /** Reserved prefixes, each after its length in bits, by IANA's special-purpose registries. */
  private static final int[][] RESERVED = {
    {8, 0},
    {10, 100, 64},
    {24, 192, 0, 0},
    {24, 192, 0, 2},
    {15, 198, 18},
    {24, 198, 51, 100},
    {24, 203, 0, 113},
    {4, 240},
    {7, 0xfc},
    {32, 0x20, 0x01, 0x0d, 0xb8},
  };

  /** The number of IPv4 rows, which come first. */
  private static final int IPV4_ROWS = 8;

  private PublicIpAddress() {}

  /** Returns whether the address in a DNS record, never a host name, is public. */
  static boolean isPublic(String literal) {
    try {
      InetAddress address = InetAddress.getByName(literal);
      return !address.isAnyLocalAddress()
          && !address.isLoopbackAddress()
          && !address.isLinkLocalAddress()
          && !address.isSiteLocalAddress()
          && !address.isMulticastAddress()
          && !isReserved(address.getAddress());
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }

  private static boolean isReserved(byte[] address) {
    boolean ipv4 = address.length == 4;
    for (int row = ipv4 ? 0 : IPV4_ROWS; row < (ipv4 ? IPV4_ROWS : RESERVED.length); row++) {
      if (beginsWith(address, RESERVED[row])) {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsWith(byte[] address, int[] row) {
    for (int bit = 0; bit < row[0]; bit++) {
      int mask = 0x80 >> bit % 8;
      int wanted = row[1 + bit / 8] & mask;
      if ((address[bit / 8] & mask) != wanted) {
        return false;
      }
    }
    return true;
  }
}
