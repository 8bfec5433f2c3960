/// The part of a page's script that goes from step to step of how a graph grew: what is new, changed or gone is marked in the drawing, without
/// need of colour, and told in words.
enum PageSteps {
    static let script = #"""
          // Steps of growth.
          const signs = { fresh: "+", altered: "±", lost: "−" };
          let badges = [];
          function before(relation) { return step() > 0 ? relation.known[step() - 1] : relation.known[step()]; }
          function isAllowed(edge, relation) {
            return !off.relation.has(relation.type) && !off.status.has(relation.status)
              && [edge.subject, edge.object].every((index) => !off.type.has(data.nodes[index].type));
          }
          function showStep() {
            for (const badge of badges) badge.remove();
            badges = [];
            const now = step();
            for (const edge of data.edges) {
              edge.lost = edge.relations.filter((r) => isAllowed(edge, r) && r.known[now] === 0 && before(r) > 0);
              edge.fresh = edge.open.filter((r) => before(r) === 0);
              edge.altered = now > 0 ? edge.open.filter((r) => before(r) > 0 && r.changed.includes(now)) : [];
              const wasThere = edge.relations.some((r) => before(r) > 0);
              const change = edge.open.length === 0 ? (edge.lost.length ? "lost" : "")
                : edge.fresh.length && !wasThere ? "fresh" : edge.fresh.length || edge.altered.length || edge.lost.length ? "altered" : "";
              const shown = edge.open.length ? now : edge.lost.length ? now - 1 : -1;
              for (const variant of edge.variants) {
                const isShown = variant.first <= shown && shown <= variant.last;
                for (const part of variant.parts) {
                  part.classList.toggle("gone", !isShown);
                  for (const name of Object.keys(signs)) part.classList.toggle(name, isShown && change === name);
                  part.classList.toggle("known", isShown && now > 0 && !change);
                }
                if (isShown && change && variant.parts.length) badge(variant.parts[variant.parts.length - 1], signs[change], variant.parts.length < 2);
              }
            }
            for (const node of data.nodes) {
              const wasThere = node.edges.some((e) => e.relations.some((r) => before(r) > 0));
              const isFresh = now > 0 && !wasThere && node.edges.some((e) => e.open.length > 0);
              for (const part of node.parts) part.classList.toggle("fresh", isFresh);
              node.isFresh = isFresh;
            }
            for (const node of data.nodes) if (node.isFresh && !off.type.has(node.type) && node.parts.length) badge(node.parts[0], "+", false);
          }
          function badge(part, sign, isLine) {
            const box = part.getBBox(), space = "http://www.w3.org/2000/svg";
            if (box.width + box.height === 0) return;
            const group = document.createElementNS(space, "g"), disc = document.createElementNS(space, "circle"), text = document.createElementNS(space, "text");
            const x = isLine ? box.x + box.width / 2 : box.x - 6, y = isLine ? box.y + box.height / 2 : box.y + 2;
            for (const [name, value] of [["cx", x], ["cy", y], ["r", 6.5]]) disc.setAttribute(name, value);
            for (const [name, value] of [["x", x], ["y", y + 4], ["text-anchor", "middle"], ["font-size", 11], ["font-weight", "bold"]]) text.setAttribute(name, value);
            text.textContent = sign;
            group.setAttribute("class", "badge");
            group.append(disc, text);
            svg.append(group);
            badges.push(group);
          }

          // What a step brings, in words; each line leads to its evidence.
          function tellStep() {
            if (chosen) { mark(chosen, "chosen", false); chosen = null; }
            const now = step(), told = [], articles = steps[now].articles - (now > 0 ? steps[now - 1].articles : 0);
            panel.replaceChildren(make("h2", "Known on " + days[now]));
            panel.append(make("p", (now > 0 ? articles + (articles === 1 ? " article more" : " articles more") : articles + (articles === 1 ? " article" : " articles") + " so far") + "."));
            for (const edge of data.edges) {
              for (const relation of edge.fresh) if (now > 0) told.push(["+", edge, relation, ""]);
              for (const relation of edge.altered) {
                const sources = [before(relation), relation.known[now]];
                told.push(["±", edge, relation, sources[0] === sources[1] ? "told anew" : sources[0] + " → " + sources[1] + " sources"]);
              }
              for (const relation of edge.lost) told.push(["−", edge, relation, "no longer told so"]);
            }
            const order = "+±−";
            told.sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]));
            const list = make("ul", undefined, "news");
            for (const [sign, edge, relation, remark] of told) {
              const item = make("li"), link = make("button", sign + " " + sentence(edge, relation) + (relation.status === "asserted" ? "" : " (" + relation.status + ")") + (remark ? ": " + remark : ""));
              link.type = "button";
              link.addEventListener("click", () => choose(edge, () => tellRelation(edge, relation)));
              item.append(link);
              list.append(item);
            }
            const isOver = now + 1 >= days.length;
            panel.append(told.length ? list : make("p", now > 0 ? "Nothing that is drawn changed." : "The steps begin here." + (isOver ? "" : " Press Play, or ▶ for the next one.")));
          }

        """#
}
