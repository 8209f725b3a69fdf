package dev.gatehouse.pulumi.picture;

import java.util.Map;

/** Says where each box is. */
record Places(Map<Box, Area> areas) {
  Area of(Box box) {
    Area area = areas.get(box);
    if (area == null) {
      throw new IllegalArgumentException("no place was given to " + box);
    }
    return area;
  }
}
