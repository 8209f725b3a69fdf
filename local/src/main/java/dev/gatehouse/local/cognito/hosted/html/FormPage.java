package dev.gatehouse.local.cognito.hosted.html;

import io.jstach.jstache.JStache;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page with a form; the template escapes every text.
 *
 * @param lead the introduction, null for none
 * @param problem the error, null for none
 * @param notice the confirmation of the last action, null for none
 * @param other a second form with only a button, null for none
 */
@JStache(path = "dev/gatehouse/local/cognito/hosted/form.html")
public record FormPage(
    String title,
    @Nullable String lead,
    @Nullable String problem,
    @Nullable String notice,
    String action,
    String csrf,
    List<FormField> fields,
    String button,
    @Nullable ButtonForm other,
    List<Link> links) {

  /** A form with only a button. */
  public record ButtonForm(String action, String button, List<FormField> fields) {}

  /** A link to another page. */
  public record Link(String address, String text) {}

  /** Returns a page with a title and a button. */
  public static FormPage of(String title, String action, String csrf, String button) {
    return new FormPage(title, null, null, null, action, csrf, List.of(), button, null, List.of());
  }

  /** Returns the page with an introduction. */
  public FormPage withLead(String text) {
    return new FormPage(title, text, problem, notice, action, csrf, fields, button, other, links);
  }

  /** Returns the page with an error. */
  public FormPage withProblem(@Nullable String text) {
    return new FormPage(title, lead, text, notice, action, csrf, fields, button, other, links);
  }

  /** Returns the page with a confirmation of the last action. */
  public FormPage withNotice(String text) {
    return new FormPage(title, lead, problem, text, action, csrf, fields, button, other, links);
  }

  /** Returns the page with more fields. */
  public FormPage withFields(FormField... more) {
    List<FormField> all = new ArrayList<>(fields);
    all.addAll(List.of(more));
    return new FormPage(title, lead, problem, notice, action, csrf, all, button, other, links);
  }

  /** Returns the page with a second form. */
  public FormPage withButtonForm(String address, String text) {
    return new FormPage(
        title,
        lead,
        problem,
        notice,
        action,
        csrf,
        fields,
        button,
        new ButtonForm(address, text, List.of()),
        links);
  }

  /** Returns the page with more hidden fields in its second form. */
  public FormPage withButtonFields(FormField... more) {
    ButtonForm before = Objects.requireNonNull(other);
    List<FormField> all = new ArrayList<>(before.fields());
    all.addAll(List.of(more));
    ButtonForm form = new ButtonForm(before.action(), before.button(), all);
    return new FormPage(title, lead, problem, notice, action, csrf, fields, button, form, links);
  }

  /** Returns the page with one more link. */
  public FormPage withLink(String address, String text) {
    List<Link> all = new ArrayList<>(links);
    all.add(new Link(address, text));
    return new FormPage(title, lead, problem, notice, action, csrf, fields, button, other, all);
  }
}
