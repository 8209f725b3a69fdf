package dev.gatehouse.local.console.view;

import io.jstach.jstache.JStache;
import java.util.List;

/** A row of the users table whose user is gone. */
@JStache(path = "dev/gatehouse/local/console/orphan.html")
public record OrphanPage(String sub, List<MailPage.HeaderField> columns) {}
