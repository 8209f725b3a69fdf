package dev.gatehouse.local.ses.templates;

import dev.gatehouse.local.awsquery.QueryError;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** The templates of an account, by name. */
public final class MailTemplates {

  /** A template and when it was created. */
  public record StoredTemplate(MailTemplate template, Instant created) {}

  private final ConcurrentSkipListMap<String, StoredTemplate> byName =
      new ConcurrentSkipListMap<>();
  private final Clock clock;

  /** Creates an empty collection. */
  public MailTemplates(Clock clock) {
    this.clock = clock;
  }

  /** Returns all templates, by name. */
  public List<StoredTemplate> all() {
    return List.copyOf(byName.values());
  }

  /** Returns the template of this name; throws {@link QueryError} if there is none. */
  public MailTemplate find(String name) {
    StoredTemplate stored = byName.get(name);
    if (stored == null) {
      throw doesNotExist(name);
    }
    return stored.template();
  }

  /** Adds a template; throws {@link QueryError} if there is one of the same name. */
  public void create(MailTemplate template) {
    StoredTemplate stored = new StoredTemplate(template, clock.instant());
    if (byName.putIfAbsent(template.name(), stored) != null) {
      throw new QueryError(
          "AlreadyExists", "Template %s already exists".formatted(template.name()));
    }
  }

  /** Replaces the template of the same name; throws {@link QueryError} if there is none. */
  public void update(MailTemplate template) {
    StoredTemplate updated =
        byName.computeIfPresent(
            template.name(), (name, stored) -> new StoredTemplate(template, stored.created()));
    if (updated == null) {
      throw doesNotExist(template.name());
    }
  }

  /** Deletes the template of this name, if there is one. */
  public void delete(String name) {
    byName.remove(name);
  }

  private static QueryError doesNotExist(String name) {
    return new QueryError("TemplateDoesNotExist", "Template %s does not exist".formatted(name));
  }
}
