package dev.gatehouse.local.cognito.hosted.pages;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.hosted.html.FormPage;
import dev.gatehouse.local.cognito.hosted.session.PageRequest;
import dev.gatehouse.local.http.Response;
import org.jspecify.annotations.Nullable;

/** A page with a form. */
public interface HostedPage {

  /** Returns the page, with the problem of the last submission if there was one. */
  FormPage page(PageRequest request, @Nullable String problem);

  /** Executes a submitted form; throws {@link AwsException} with the problem to show. */
  Response submit(PageRequest request);
}
