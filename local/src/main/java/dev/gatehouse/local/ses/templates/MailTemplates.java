package dev.gatehouse.local.ses.templates;

import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.state.StateEntries;
import dev.gatehouse.local.state.StateStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The templates of an account, by name. */
public final class MailTemplates {

  /** A template and when it was created. */
  public record StoredTemplate(MailTemplate template, Instant created) {}

  private final ConcurrentSkipListMap<String, StoredTemplate> byName =
      new ConcurrentSkipListMap<>();
  private final Clock clock;
  private final StateEntries<StoredTemplate> entries;

  /** Creates the collection of the stored templates. */
  public MailTemplates(Clock clock, StateStore state) {
    this.clock = clock;
    this.entries = state.entries("ses-templates", StoredTemplate.class);
    state.read(this::read);
  }

  private void read() {
    Map<String, StoredTemplate> stored = entries.all();
    byName.putAll(stored);
    byName.keySet().retainAll(stored.keySet());
  }

  private void store(String name) {
    entries.changed(name, () -> byName.get(name));
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
    store(template.name());
  }

  /** Replaces the template of the same name; throws {@link QueryError} if there is none. */
  public void update(MailTemplate template) {
    StoredTemplate updated =
        byName.computeIfPresent(
            template.name(), (name, stored) -> new StoredTemplate(template, stored.created()));
    if (updated == null) {
      throw doesNotExist(template.name());
    }
    store(template.name());
  }

  /** Deletes the template of this name, if there is one. */
  public void delete(String name) {
    byName.remove(name);
    store(name);
  }

  private static QueryError doesNotExist(String name) {
    return new QueryError("TemplateDoesNotExist", "Template %s does not exist".formatted(name));
  }
}
