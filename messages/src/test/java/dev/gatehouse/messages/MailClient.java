package dev.gatehouse.messages;

/**
 * What mail clients drop of the CSS in the mails, by caniemail.com: a picture without it shows what
 * their users see as far as CSS decides it. No client itself is run.
 */
enum MailClient {
  /** The mail as it is; Apple Mail drops none of its CSS. */
  AS_IT_IS {
    @Override
    String withoutDroppedCss(String html) {
      return html;
    }
  },

  /** Gmail with an account of another provider, and its mobile web page: no style element. */
  GMAIL {
    @Override
    String withoutDroppedCss(String html) {
      return html.replaceAll("(?s)<style>.*?</style>", "")
          .replaceAll("<meta name=\"(supported-)?color-schemes?\"[^>]*>", "");
    }
  },

  /** Outlook 2016 for Windows: no media query, no rounded corner, no padding but of cells. */
  OUTLOOK {
    @Override
    String withoutDroppedCss(String html) {
      return GMAIL
          .withoutDroppedCss(html)
          .replaceAll("(border-radius|max-width|max-height|overflow|opacity):[^;\"]*;", "")
          .replaceAll("(<(?:p|h1|a|div)\\b[^>]*style=\"[^\"]*?)padding:[^;\"]*;", "$1");
    }
  };

  /** Returns the HTML of a mail without what the client drops. */
  abstract String withoutDroppedCss(String html);
}
