package dev.gatehouse.local.cognito.hosted;

import io.jstach.jstache.JStache;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is a page with a form; every text in it is escaped by the template.
 *
 * @param lead what the page is about, null if its title says it all
 * @param problem what went wrong, null if nothing did
 * @param notice what went well, null if nothing did
 * @param other a second form with nothing but a button, null for none
 */
@JStache(path = "dev/gatehouse/local/cognito/hosted/form.html")
record FormPage(
    String title,
    @Nullable String lead,
    @Nullable String problem,
    @Nullable String notice,
    String action,
    String csrf,
    List<Field> fields,
    String button,
    @Nullable Other other,
    List<Link> links) {

  /** Is a form with one button. */
  record Other(String action, String button) {}

  /** Is a link to another page. */
  record Link(String address, String text) {}

  /** Returns a page with no more than its title and its button. */
  static FormPage of(String title, String action, String csrf, String button) {
    return new FormPage(title, null, null, null, action, csrf, List.of(), button, null, List.of());
  }

  FormPage about(String text) {
    return new FormPage(title, text, problem, notice, action, csrf, fields, button, other, links);
  }

  FormPage failed(@Nullable String what) {
    return new FormPage(title, lead, what, notice, action, csrf, fields, button, other, links);
  }

  FormPage succeeded(@Nullable String what) {
    return new FormPage(title, lead, problem, what, action, csrf, fields, button, other, links);
  }

  FormPage with(Field... more) {
    List<Field> all = new ArrayList<>(fields);
    all.addAll(List.of(more));
    return new FormPage(title, lead, problem, notice, action, csrf, all, button, other, links);
  }

  FormPage or(String address, String text) {
    return new FormPage(
        title,
        lead,
        problem,
        notice,
        action,
        csrf,
        fields,
        button,
        new Other(address, text),
        links);
  }

  FormPage link(String address, String text) {
    List<Link> all = new ArrayList<>(links);
    all.add(new Link(address, text));
    return new FormPage(title, lead, problem, notice, action, csrf, fields, button, other, all);
  }
}
