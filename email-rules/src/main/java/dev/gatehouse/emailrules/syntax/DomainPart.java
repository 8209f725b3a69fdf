package dev.gatehouse.emailrules.syntax;

/** The domain of an address: two or more labels of letters, digits and hyphens. */
final class DomainPart {
  private static final int MAX_LENGTH = 253;
  private static final int LABEL_MAX_LENGTH = 63;

  private DomainPart() {}

  static boolean isDomain(String domain) {
    int lastDot = domain.lastIndexOf('.');
    return domain.length() <= MAX_LENGTH
        && lastDot > 0
        && isTopLevelDomain(domain.substring(lastDot + 1))
        && areLabels(domain);
  }

  private static boolean areLabels(String domain) {
    int start = 0;
    while (start <= domain.length()) {
      int dot = domain.indexOf('.', start);
      int end = dot < 0 ? domain.length() : dot;
      if (!isLabel(domain, start, end)) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  private static boolean isLabel(String domain, int start, int end) {
    if (start == end
        || end - start > LABEL_MAX_LENGTH
        || domain.charAt(start) == '-'
        || domain.charAt(end - 1) == '-'
        || (domain.startsWith("--", start + 2) && !domain.startsWith("xn", start))) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = domain.charAt(i);
      if (c != '-' && !Ascii.isLetterOrDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTopLevelDomain(String label) {
    if (label.startsWith(Idn.A_LABEL_PREFIX)) {
      return true;
    }
    for (int i = 0; i < label.length(); i++) {
      if (!Ascii.isLetter(label.charAt(i))) {
        return false;
      }
    }
    return label.length() >= 2;
  }
}
