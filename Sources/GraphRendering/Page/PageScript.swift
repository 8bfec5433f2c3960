/// The script of a page: pan and zoom, search, filters, the slider over days, evidence on a click.
///
/// It reads the graph from the page's data block, sets texts as text and never as markup, and fetches nothing.
enum PageScript {
    static let text = view + PageSteps.script + evidence

    /// Moving about, filters, the slider.
    private static let view = #"""
        "use strict";
        (function () {
          const data = JSON.parse(document.getElementById("page-data").textContent);
          const stage = document.getElementById("page-stage"), svg = stage.querySelector("svg"), panel = document.getElementById("page-evidence");
          const by = (id) => document.getElementById(id);
          function make(tag, text, className) {
            const element = document.createElement(tag);
            if (text !== undefined) element.textContent = text;
            if (className) element.className = className;
            return element;
          }

          // Pan and zoom, by the drawing's view box.
          const whole = svg.getAttribute("viewBox").split(/[ ,]+/).map(Number);
          let view = whole.slice();
          svg.removeAttribute("width");
          svg.removeAttribute("height");
          function show() { svg.setAttribute("viewBox", view.join(" ")); }
          function scale() { return Math.max(view[2] / stage.clientWidth, view[3] / stage.clientHeight); }
          function place(x, y) {
            const unit = scale(), box = stage.getBoundingClientRect();
            return [view[0] + view[2] / 2 + (x - box.left - box.width / 2) * unit, view[1] + view[3] / 2 + (y - box.top - box.height / 2) * unit];
          }
          function zoom(factor, x, y) {
            const box = stage.getBoundingClientRect();
            const at = place(x === undefined ? box.left + box.width / 2 : x, y === undefined ? box.top + box.height / 2 : y);
            const width = Math.min(whole[2] * 4, Math.max(40, view[2] * factor)), share = width / view[2];
            view = [at[0] - (at[0] - view[0]) * share, at[1] - (at[1] - view[1]) * share, width, view[3] * share];
            show();
          }
          stage.addEventListener("wheel", (event) => { event.preventDefault(); zoom(event.deltaY < 0 ? 0.85 : 1 / 0.85, event.clientX, event.clientY); }, { passive: false });
          let from = null, moved = false;
          stage.addEventListener("pointerdown", (event) => { if (event.button === 0) { from = [event.clientX, event.clientY]; moved = false; } });
          window.addEventListener("pointermove", (event) => {
            if (!from) return;
            const dx = event.clientX - from[0], dy = event.clientY - from[1];
            if (!moved && Math.abs(dx) + Math.abs(dy) < 4) return;
            moved = true;
            stage.classList.add("dragging");
            const unit = scale();
            view[0] -= dx * unit;
            view[1] -= dy * unit;
            from = [event.clientX, event.clientY];
            show();
          });
          window.addEventListener("pointerup", () => { from = null; stage.classList.remove("dragging"); });
          by("page-in").addEventListener("click", () => zoom(0.75));
          by("page-out").addEventListener("click", () => zoom(1 / 0.75));
          by("page-fit").addEventListener("click", () => { view = whole.slice(); show(); });

          // The drawing's parts.
          function parts(elements) { return elements.map(by).filter(Boolean); }
          function mark(thing, name, is) { for (const part of thing.parts) part.classList.toggle(name, is); }
          for (const node of data.nodes) { node.parts = parts(node.elements); node.edges = []; }
          for (const edge of data.edges) {
            edge.parts = parts(edge.elements);
            for (const variant of edge.variants || []) variant.parts = parts(variant.elements);
            data.nodes[edge.subject].edges.push(edge);
            if (edge.object !== edge.subject) data.nodes[edge.object].edges.push(edge);
          }
          function dayOf(statement) { return statement.date || data.documents[statement.document].published || ""; }

          // Filters.
          const off = { type: new Set(), relation: new Set(), status: new Set() };
          // Steps of growth are days of publication; else a day is when something happened, or was published if nobody says when.
          const steps = data.steps || null;
          const days = steps ? steps.map((s) => s.day) : Array.from(new Set(data.edges.flatMap((e) => e.relations.flatMap((r) => r.statements.map(dayOf))).filter(Boolean))).sort();
          const span = by("page-span");
          span.max = Math.max(0, days.length - 1);
          span.value = steps ? 0 : span.max;
          const step = () => Number(span.value);
          span.disabled = days.length < 2;
          function fill(name, counts) {
            const field = by("page-by-" + name);
            for (const [value, count] of counts) {
              const label = make("label"), box = make("input");
              box.type = "checkbox";
              box.checked = true;
              box.value = value;
              box.dataset.filter = name;
              box.addEventListener("change", () => { off[name][box.checked ? "delete" : "add"](value); update(); });
              label.append(box, make("span", data.words[value] || value), make("span", String(count), "count"));
              field.append(label);
            }
          }
          function counted(values) {
            const counts = new Map();
            for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
            return Array.from(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
          }
          fill("type", counted(data.nodes.map((n) => n.type)));
          fill("relation", counted(data.edges.flatMap((e) => e.relations.map((r) => r.type))));
          fill("status", counted(data.edges.flatMap((e) => e.relations.map((r) => r.status))));

          function isOpen(relation, last) {
            if (off.relation.has(relation.type) || off.status.has(relation.status)) return false;
            if (steps) return relation.known[step()] > 0;
            return relation.statements.some((s) => { const day = dayOf(s); return !day || !last || day <= last; });
          }
          function update() {
            const isLast = step() >= days.length - 1, last = isLast ? "" : days[step()];
            by("page-day").textContent = steps ? "known on " + days[step()] + ", step " + (step() + 1) + " of " + days.length
              : days.length ? (isLast ? "all days, to " + days[days.length - 1] : "until " + last) : "no dates";
            let relations = 0, total = 0;
            for (const edge of data.edges) {
              const ends = [data.nodes[edge.subject], data.nodes[edge.object]];
              const isFree = ends.every((n) => !off.type.has(n.type));
              edge.open = isFree ? edge.relations.filter((r) => isOpen(r, last)) : [];
              relations += edge.open.length;
              total += edge.relations.length;
              mark(edge, "gone", edge.open.length === 0);
            }
            if (steps) showStep();
            let nodes = 0;
            for (const node of data.nodes) {
              const isShown = !off.type.has(node.type) && (node.edges.length === 0 ? !last : node.edges.some((e) => e.open.length > 0 || (e.lost && e.lost.length > 0)));
              if (isShown) nodes += 1;
              mark(node, "gone", !isShown);
            }
            by("page-shown").textContent = nodes + " of " + data.nodes.length + " entities, " + relations + " of " + total + " relations";
          }
          function go(to) { span.value = Math.max(0, Math.min(Number(span.max), to)); update(); if (steps) tellStep(); }
          span.addEventListener("input", () => go(step()));
          by("page-earlier").addEventListener("click", () => go(step() - 1));
          by("page-later").addEventListener("click", () => go(step() + 1));
          let timer = null;
          by("page-play").addEventListener("click", () => {
            if (timer) { clearInterval(timer); timer = null; by("page-play").textContent = "Play"; return; }
            if (step() >= Number(span.max)) go(0);
            by("page-play").textContent = "Stop";
            timer = setInterval(() => {
              if (step() >= Number(span.max)) { by("page-play").click(); return; }
              go(step() + 1);
            }, steps ? 2000 : 900);
          });

        """#

    /// Search, and what a click tells.
    private static let evidence = #"""
          // Search.
          function folded(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
          for (const node of data.nodes) node.folded = [node.name].concat(node.aliases).map(folded);
          const search = by("page-search");
          let hits = [];
          search.addEventListener("input", () => {
            const words = folded(search.value.trim());
            hits = words ? data.nodes.filter((n) => n.folded.some((name) => name.includes(words))) : [];
            for (const node of data.nodes) mark(node, "hit", hits.includes(node));
            by("page-found").textContent = words ? hits.length + " found" : "";
          });
          search.addEventListener("keydown", (event) => { if (event.key === "Enter" && hits.length) { centre(hits[0].parts[0]); choose(hits[0], () => tellNode(hits[0])); } });
          function centre(part) {
            if (!part) return;
            const box = part.getBoundingClientRect(), at = place(box.left + box.width / 2, box.top + box.height / 2);
            const width = Math.min(whole[2], 700);
            view = [at[0] - width / 2, at[1] - (width * whole[3]) / whole[2] / 2, width, (width * whole[3]) / whole[2]];
            show();
          }

          // Evidence.
          let chosen = null;
          function choose(thing, tell) {
            if (chosen) mark(chosen, "chosen", false);
            chosen = thing;
            mark(thing, "chosen", true);
            panel.replaceChildren();
            tell();
            panel.scrollTop = 0;
          }
          function sentence(edge, relation) {
            return data.nodes[relation.turned ? edge.object : edge.subject].name + " " + (data.words[relation.type] || relation.type) + " " + data.nodes[relation.turned ? edge.subject : edge.object].name;
          }
          function tellRelation(edge, relation) {
            panel.append(make("h2", sentence(edge, relation)));
            const sources = steps ? relation.known[step()] || relation.known[step() - 1] || 0 : relation.sources;
            const line = make("p");
            line.append(make("span", relation.status, "status"), make("span", " · " + sources + (sources === 1 ? " source" : " sources")));
            panel.append(line);
            for (const statement of relation.statements) {
              if (steps && (data.documents[statement.document].published || "") > days[step()]) continue;
              const said = make("div", undefined, "said"), words = make("p");
              if (statement.trigger) {
                const [start, end] = statement.trigger;
                words.append(statement.text.slice(0, start), make("mark", statement.text.slice(start, end)), statement.text.slice(end));
              } else {
                words.textContent = statement.text;
              }
              said.append(words);
              const article = data.documents[statement.document], source = make("p", undefined, "source");
              const facts = [statement.date && "happened " + statement.date + (statement.until ? " to " + statement.until : ""), statement.title, statement.amount, statement.speaker && "said by " + statement.speaker, article.published && "published " + article.published, article.publisher];
              source.append(facts.filter(Boolean).join(" · ") + " · ");
              if (/^https?:\/\//.test(article.source)) {
                const link = make("a", article.title || article.source);
                link.href = article.source;
                link.rel = "noopener noreferrer";
                link.target = "_blank";
                source.append(link);
              } else {
                source.append(article.title || article.source);
              }
              said.append(source);
              panel.append(said);
            }
          }
          function tellNode(node) {
            panel.append(make("h2", node.name));
            panel.append(make("p", node.type + (node.aliases.length ? "; also " + node.aliases.join(", ") : "")));
            for (const edge of node.edges) for (const relation of edge.open) tellRelation(edge, relation);
          }
          function attach(thing, tell) {
            for (const part of thing.parts) {
              part.addEventListener("click", (event) => { event.preventDefault(); if (!moved) choose(thing, tell); });
              part.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); choose(thing, tell); } });
            }
            if (thing.parts.length) thing.parts[0].setAttribute("tabindex", "0");
          }
          for (const node of data.nodes) attach(node, () => tellNode(node));
          for (const edge of data.edges) attach(edge, () => edge.open.concat(edge.lost || []).forEach((relation) => tellRelation(edge, relation)));
          update();
          if (steps) tellStep();
        })();
        """#
}
