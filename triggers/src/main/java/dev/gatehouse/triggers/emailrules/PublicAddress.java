package dev.gatehouse.triggers.emailrules;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells addresses that the whole net can reach from those of one machine, house or document. */
final class PublicAddress {
  /** First bits and their number, by IANA's registries of special-purpose addresses. */
  private static final int[][] SET_ASIDE = {
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

  /** IPv4's are the first of the table. */
  private static final int IPV4_ROWS = 8;

  private PublicAddress() {}

  /** Judges what a DNS record says, which is never a name to look up. */
  static boolean is(String literal) {
    try {
      InetAddress address = InetAddress.getByName(literal);
      return !address.isAnyLocalAddress()
          && !address.isLoopbackAddress()
          && !address.isLinkLocalAddress()
          && !address.isSiteLocalAddress()
          && !address.isMulticastAddress()
          && !isSetAside(address.getAddress());
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }

  private static boolean isSetAside(byte[] address) {
    boolean short4 = address.length == 4;
    for (int row = short4 ? 0 : IPV4_ROWS; row < (short4 ? IPV4_ROWS : SET_ASIDE.length); row++) {
      if (beginsWith(address, SET_ASIDE[row])) {
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
