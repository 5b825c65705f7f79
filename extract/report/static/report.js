"use strict";
// Filters of tables, the search, and opened evidence in print.  Nothing here asks for anything from elsewhere.
(function () {
  const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text, wanted) => wanted.every((word) => text.includes(word));

  for (const input of document.querySelectorAll("[data-filter]")) {
    const name = input.dataset.filter;
    const rows = [...document.getElementById(name).tBodies[0].rows];
    const count = document.querySelector(`[data-count="${name}"]`);
    input.addEventListener("input", () => {
      const wanted = words(input.value);
      let shown = 0;
      for (const row of rows) {
        row.hidden = !holds(row.textContent.toLowerCase(), wanted);
        shown += row.hidden ? 0 : 1;
      }
      count.textContent = wanted.length ? `${shown} of ${rows.length} rows` : "";
    });
  }

  const form = document.getElementById("search");
  if (form) {
    const most = 200;
    const [query, status, flag] = ["q", "status", "flag"].map((id) => document.getElementById(id));
    const count = document.getElementById("count");
    const results = document.getElementById("results");
    const known = (window.COUNCIL_PAPERS || []).map((one) => ({
      ...one,
      all: [one.name, one.review, one.council, one.text, one.actions, one.owners, one.due].join(" ").toLowerCase(),
    }));
    const item = (one) => {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.href = one.url;
      link.textContent = `${one.review}: ${one.name}`;
      const text = document.createElement("p");
      text.textContent = one.text || one.actions;
      const rest = document.createElement("p");
      rest.textContent = [one.owners, one.due && `due ${one.due}`, one.status, ...one.flags].filter(Boolean).join(" · ");
      line.append(link, text, rest);
      return line;
    };
    const show = () => {
      const wanted = words(query.value);
      const found = known.filter(
        (one) =>
          holds(one.all, wanted) &&
          (!status.value || one.status === status.value) &&
          (!flag.value || one.flags.includes(flag.value)),
      );
      results.replaceChildren(...found.slice(0, most).map(item));
      count.textContent = `${found.length} recommendations` + (found.length > most ? `, the first ${most} shown` : "");
    };
    for (const input of [query, status, flag]) input.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    window.addEventListener("load", show);
  }

  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const one of closed) one.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
  });
})();
