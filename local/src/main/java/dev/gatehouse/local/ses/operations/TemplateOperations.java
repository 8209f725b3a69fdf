package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.ses.templates.MailTemplate;
import dev.gatehouse.local.ses.templates.MailTemplates;
import dev.gatehouse.local.ses.templates.MailTemplates.StoredTemplate;
import java.util.stream.Stream;

/** The operations on templates, which need little more than a name each. */
final class TemplateOperations {

  private TemplateOperations() {}

  /** Returns the operations on these templates. */
  static Stream<SesOperation> on(MailTemplates templates) {
    return Stream.of(
        new CreateTemplate(templates),
        new UpdateTemplate(templates),
        new GetTemplate(templates),
        new ListTemplates(templates),
        new DeleteTemplate(templates));
  }

  /** The operation that adds a template. */
  record CreateTemplate(MailTemplates templates) implements SesOperation {
    @Override
    public XmlContent execute(QueryRequest request) {
      templates.create(template(request));
      return xml -> {};
    }
  }

  /** The operation that replaces a template. */
  record UpdateTemplate(MailTemplates templates) implements SesOperation {
    @Override
    public XmlContent execute(QueryRequest request) {
      templates.update(template(request));
      return xml -> {};
    }
  }

  /** The operation that returns a template. */
  record GetTemplate(MailTemplates templates) implements SesOperation {
    @Override
    public XmlContent execute(QueryRequest request) {
      MailTemplate template = templates.find(request.required("TemplateName"));
      return QueryXml.element(
          "Template",
          xml -> {
            QueryXml.text("TemplateName", template.name()).write(xml);
            QueryXml.text("SubjectPart", template.subject()).write(xml);
            if (template.text() != null) {
              QueryXml.text("TextPart", template.text()).write(xml);
            }
            if (template.html() != null) {
              QueryXml.text("HtmlPart", template.html()).write(xml);
            }
          });
    }
  }

  /** The operation that lists templates, on one page. */
  record ListTemplates(MailTemplates templates) implements SesOperation {
    @Override
    public XmlContent execute(QueryRequest request) {
      return QueryXml.element(
          "TemplatesMetadata",
          xml -> {
            for (StoredTemplate stored : templates.all()) {
              QueryXml.element("member", metadata(stored)).write(xml);
            }
          });
    }

    private static XmlContent metadata(StoredTemplate stored) {
      return xml -> {
        QueryXml.text("Name", stored.template().name()).write(xml);
        QueryXml.text("CreatedTimestamp", stored.created().toString()).write(xml);
      };
    }
  }

  /** The operation that deletes a template; an unknown name is no error, as on AWS. */
  record DeleteTemplate(MailTemplates templates) implements SesOperation {
    @Override
    public XmlContent execute(QueryRequest request) {
      templates.delete(request.required("TemplateName"));
      return xml -> {};
    }
  }

  private static MailTemplate template(QueryRequest request) {
    return new MailTemplate(
        request.required("Template.TemplateName"),
        request.optional("Template.SubjectPart").orElse(""),
        request.optional("Template.TextPart").orElse(null),
        request.optional("Template.HtmlPart").orElse(null));
  }
}
