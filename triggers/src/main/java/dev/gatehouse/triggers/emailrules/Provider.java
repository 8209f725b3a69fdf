package dev.gatehouse.triggers.emailrules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows the providers whose addresses have forms of their own.
 *
 * <p>From their help pages, and where those are silent from what Clerk and validator.js know of
 * them. Domains that companies keep with a provider are not among them: there the dots count.
 */
enum Provider {
  /** Takes a name with any dots in it for the same. */
  GMAIL("gmail.com googlemail.com"),

  /** Cuts at the plus sign, as most do. */
  OUTLOOK(
      """
      hotmail.at hotmail.be hotmail.ca hotmail.ch hotmail.cl hotmail.co.il hotmail.co.jp
      hotmail.co.nz hotmail.co.th hotmail.co.uk hotmail.com hotmail.com.ar
      hotmail.com.au hotmail.com.br hotmail.com.gr hotmail.com.mx hotmail.com.pe
      hotmail.com.tr hotmail.com.vn hotmail.cz hotmail.de hotmail.dk hotmail.es
      hotmail.fi hotmail.fr hotmail.gr hotmail.hu hotmail.id hotmail.ie hotmail.in
      hotmail.it hotmail.jp hotmail.kr hotmail.lv hotmail.my hotmail.nl hotmail.no
      hotmail.ph hotmail.pt hotmail.sa hotmail.se hotmail.sg hotmail.sk live.at live.be
      live.ca live.cl live.cn live.co.kr live.co.uk live.com live.com.ar live.com.au
      live.com.mx live.com.my live.com.ph live.com.pt live.com.sg live.de live.dk
      live.eu live.fi live.fr live.hk live.ie live.in live.it live.jp live.nl live.no
      live.ph live.ru live.se outlook.at outlook.be outlook.cl outlook.co.id
      outlook.co.il outlook.co.nz outlook.co.th outlook.com outlook.com.ar
      outlook.com.au outlook.com.br outlook.com.gr outlook.com.pe outlook.com.tr
      outlook.com.vn outlook.cz outlook.de outlook.dk outlook.es outlook.fr outlook.hu
      outlook.id outlook.ie outlook.in outlook.it outlook.jp outlook.kr outlook.lv
      outlook.my outlook.ph outlook.pt outlook.sa outlook.sg outlook.sk msn.com
      passport.com windowslive.com
      """),

  /** Cuts at a hyphen. The list is explicit: yahoo.dev is somebody else's. */
  YAHOO(
      """
      yahoo.com ymail.com rocketmail.com y7mail.com
      yahoo.at yahoo.be yahoo.bg yahoo.ca yahoo.ch yahoo.cl yahoo.cn yahoo.co.id yahoo.co.il
      yahoo.co.in yahoo.co.jp yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.co.uk yahoo.co.za
      yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.cn yahoo.com.co yahoo.com.hk yahoo.com.mx
      yahoo.com.my yahoo.com.pe yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.tw yahoo.com.ua
      yahoo.com.ve yahoo.com.vn yahoo.cz yahoo.de yahoo.dk yahoo.ee yahoo.es yahoo.fi yahoo.fr
      yahoo.gr yahoo.hr yahoo.hu yahoo.ie yahoo.in yahoo.it yahoo.jp yahoo.lt yahoo.lv yahoo.ne.jp
      yahoo.nl yahoo.no yahoo.pl yahoo.pt yahoo.ro yahoo.rs yahoo.se yahoo.si yahoo.sk
      """),

  ICLOUD("icloud.com me.com mac.com"),

  /** Takes any name at a domain that is the person's own name below its own. */
  FASTMAIL("fastmail.com fastmail.fm"),

  PROTON("proton.me protonmail.com protonmail.ch pm.me"),

  /** Has one mailbox under all of its domains. */
  YANDEX("yandex.ru yandex.ua yandex.kz yandex.com yandex.by ya.ru");

  private static final Map<String, Provider> BY_DOMAIN = byDomain();

  private final String domains;

  Provider(String domains) {
    this.domains = domains;
  }

  private static Map<String, Provider> byDomain() {
    Map<String, Provider> providers = new HashMap<>();
    for (Provider provider : values()) {
      for (String domain : provider.domains()) {
        providers.put(domain, provider);
      }
    }
    return Map.copyOf(providers);
  }

  static @Nullable Provider of(String domain) {
    return BY_DOMAIN.get(domain);
  }

  List<String> domains() {
    return List.of(domains.strip().split("\\s+", -1));
  }

  /** Whether a name is one that this domain gives to nobody: all of it a sub-address. */
  static boolean hasNoMailbox(String local, String domain) {
    return local.charAt(0) == '+' && of(domain) != null;
  }

  /** Returns the provider's own domain if this one is a person's below it, or null. */
  static @Nullable String aboveAPerson(String domain) {
    String parent = domain.substring(domain.indexOf('.') + 1);
    return of(parent) == FASTMAIL ? parent : null;
  }
}
