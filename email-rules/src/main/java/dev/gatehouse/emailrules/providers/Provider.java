package dev.gatehouse.emailrules.providers;

import dev.gatehouse.emailrules.syntax.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox providers that have several addresses for one mailbox, with their domains.
 *
 * <p>From their help pages, else from Clerk's and validator.js's lists. Domains that companies host
 * at a provider are not included: there the dots of Gmail are significant.
 */
public enum Provider {
  /** Gmail, which ignores dots in names. */
  GMAIL("gmail.com googlemail.com"),

  /** Outlook.com, with sub-addresses after a plus sign. */
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

  /** Yahoo, with sub-addresses after a hyphen. The list is explicit: yahoo.dev is not Yahoo's. */
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

  /** Apple iCloud, with sub-addresses after a plus sign. */
  ICLOUD("icloud.com me.com mac.com"),

  /** Fastmail, where {@code any@jane.fastmail.com} reaches {@code jane@fastmail.com}. */
  FASTMAIL("fastmail.com fastmail.fm"),

  /** Proton, with sub-addresses after a plus sign. */
  PROTON("proton.me protonmail.com protonmail.ch pm.me"),

  /** Yandex, where a name is the same mailbox at all domains. */
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

  /** Returns the domains of the provider. */
  public List<String> domains() {
    return List.of(domains.strip().split("\\s+", -1));
  }

  /** Returns whether a known provider cannot have issued the address, since its name is empty. */
  public static boolean cannotIssue(Address address) {
    return address.local().charAt(0) == '+' && of(address.domain()) != null;
  }

  /** Returns the domain of the provider if this is a user's own domain below it, else null. */
  static @Nullable String parentOfPersonalDomain(String domain) {
    String parent = domain.substring(domain.indexOf('.') + 1);
    return of(parent) == FASTMAIL ? parent : null;
  }
}
