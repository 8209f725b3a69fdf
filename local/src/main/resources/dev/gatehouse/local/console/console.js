// New rows come over server-sent events, as HTML that the server has escaped. A page works without
// this script: each list is complete when it is loaded.
"use strict";
(() => {
  const stopped = document.getElementById("stopped");
  const LISTS = "[data-live], [data-refresh]";
  const lists = [...document.querySelectorAll(LISTS)];
  const lines = document.getElementById("lines");
  const announcer = document.getElementById("announcer");
  const preview = document.getElementById("preview");
  const copied = new Map();
  const arrived = new Set(); // ids of rows that came since the page of a refresh was asked for
  let refreshing = false;
  let changed = false;

  // The row that a reader uses is neither removed nor replaced.
  const inUse = row => row.contains(document.activeElement)
    || (getSelection().rangeCount > 0 && !getSelection().isCollapsed && getSelection().containsNode(row, true));

  // The browser keeps what is on the screen in place when rows are added above it.
  function add(list, html, limit) {
    const row = document.createElement("template");
    row.innerHTML = html;
    const id = row.content.firstElementChild.id;
    if (document.getElementById(id)) return;
    arrived.add(id);
    list.prepend(row.content);
    list.parentElement.querySelector(".empty")?.remove();
    while (list.children.length > limit && !inUse(list.lastElementChild)) list.lastElementChild.remove();
  }

  // Makes a list what a fresh load would show, row by row; it may be older than the newest rows.
  function merge(list, fresh) {
    const keep = new Set([...arrived, ...[...fresh.children].map(row => row.id)]);
    [...list.children].filter(row => !keep.has(row.id) && !inUse(row)).forEach(row => row.remove());
    let before = [...list.children].find(row => !arrived.has(row.id)) ?? null;
    for (const row of [...fresh.children]) {
      const old = document.getElementById(row.id);
      if (!old) list.insertBefore(row, before);
      else {
        if (old.innerHTML !== row.innerHTML && !inUse(old)) old.innerHTML = row.innerHTML;
        before = old.nextElementSibling;
      }
    }
  }

  // Loads the mail anew, in the scheme that is chosen.
  function showPreview() {
    const address = new URL(preview.dataset.src, location.href);
    address.searchParams.set("scheme", document.querySelector("[name=scheme]:checked").value);
    preview.src = address.href;
  }

  // What changes while a page is loaded is loaded after it: two at once could end in the wrong order.
  async function refresh() {
    changed = true;
    if (refreshing || !lists.length) return;
    refreshing = true;
    try {
      while (changed) {
        await new Promise(done => setTimeout(done, 500));
        changed = false;
        arrived.clear();
        show(await (await fetch(location.href)).text());
      }
    } finally {
      refreshing = false;
    }
  }

  function show(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const fresh = page.querySelectorAll(LISTS);
    if (!page.querySelector(".empty")) document.querySelectorAll(".empty").forEach(said => said.remove());
    lists.forEach((list, i) => fresh[i] && merge(list, fresh[i]));
  }

  function connect() {
    const opened = new EventSource(lines ? lines.dataset.stream : "/_gatehouse/events");
    opened.onopen = () => {
      stopped.textContent = "";
      document.body.dataset.connected = "true";
      refresh(); // what happened before the connection was open
    };
    opened.onerror = () => {
      delete document.body.dataset.connected;
      stopped.textContent = "The emulator has stopped. This page shows what it last said, and loads again once the emulator runs.";
      if (opened.readyState === EventSource.CLOSED) setTimeout(() => { source = connect(); }, 1000);
    };
    lists.forEach(list => list.dataset.live
      ? opened.addEventListener(list.dataset.live, event => add(list, event.data, 50))
      : opened.addEventListener(list.dataset.refresh, refresh));
    opened.addEventListener("reload", refresh);
    if (preview?.dataset.reload) opened.addEventListener(preview.dataset.reload, showPreview);
    if (lines) opened.addEventListener("line", event => {
      const line = document.createElement("p");
      line.textContent = event.data;
      lines.prepend(line);
      while (lines.children.length > 1000) lines.lastElementChild.remove();
    });
    return opened;
  }

  // Browsers open few connections to one host, so a page that nobody sees gives its own back.
  let source = document.hidden ? null : connect();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && source) { source.close(); source = null; }
    if (!document.hidden && !source) { source = connect(); refresh(); }
  });
  addEventListener("pagehide", () => source && source.close());

  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    if (copied.has(button)) return;
    copied.set(button, button.innerHTML);
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = announcer.textContent = "Copied";
    } catch {
      button.textContent = button.dataset.copy; // to be selected by hand
    }
    setTimeout(() => {
      button.innerHTML = copied.get(button);
      copied.delete(button);
      announcer.textContent = "";
    }, 2000);
  });

  if (preview) document.addEventListener("change", event => {
    if (event.target.name === "scheme") {
      showPreview();
      preview.classList.toggle("dark", event.target.value === "dark");
    }
    if (event.target.name === "width") preview.classList.toggle("narrow", event.target.value === "narrow");
  });
})();
