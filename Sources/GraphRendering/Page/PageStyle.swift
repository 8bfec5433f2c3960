/// The style sheet of a page.
enum PageStyle {
    /// The sheet for a theme.
    static func text(_ theme: Theme) -> String { theme == .dark ? text + "\n" + dark : text }

    /// Stands behind the sheet for dark screens.
    private static let dark = """
        :root { --paper: #14181d; --ink: #e6eaf0; --quiet: #a3adb8; --line: #39424d; --panel: #191e25; --mark: #6b5a12; --accent: #6db8f2; color-scheme: dark; }
        a { color: var(--accent); }
        """

    private static let text = """
        :root { --paper: #ffffff; --ink: #1f2328; --quiet: #59636e; --line: #d1d9e0; --panel: #f6f8fa; --mark: #fff1a8; --accent: #0b5cad; }
        * { box-sizing: border-box; }
        body { margin: 0; height: 100vh; display: grid; grid-template: auto 1fr / 17rem 1fr 22rem; font: 14px/1.45 "DejaVu Sans", Verdana, Geneva, sans-serif;
          color: var(--ink); background: var(--paper); }
        header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; padding: .5rem .75rem; border-bottom: 1px solid var(--line); }
        h1 { font-size: 1.05rem; margin: 0 auto 0 0; }
        h2 { font-size: .95rem; margin: 0 0 .4rem; }
        button, input, select { font: inherit; color: inherit; }
        button { padding: .15rem .55rem; border: 1px solid var(--line); border-radius: 4px; background: var(--panel); cursor: pointer; }
        button:focus-visible, input:focus-visible, .node:focus-visible, .edge:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
        aside { overflow: auto; padding: .75rem; background: var(--panel); }
        #page-filters { border-right: 1px solid var(--line); }
        #page-evidence { border-left: 1px solid var(--line); }
        fieldset { border: 0; margin: 0 0 1rem; padding: 0; }
        legend { font-weight: bold; padding: 0; margin-bottom: .25rem; }
        label { display: flex; gap: .4rem; align-items: baseline; }
        label .count { margin-left: auto; color: var(--quiet); }
        #page-stage { position: relative; overflow: hidden; background: var(--paper); touch-action: none; cursor: grab; }
        #page-stage.dragging { cursor: grabbing; }
        #page-stage svg { position: absolute; inset: 0; width: 100%; height: 100%; }
        .node, .edge, .label { cursor: pointer; }
        .gone { display: none; }
        .dim { opacity: .18; }
        .known { opacity: .45; }
        .node.fresh :is(rect, ellipse, polygon) { stroke-width: 2.6px; }
        .lost { opacity: .5; }
        .lost text { text-decoration: line-through; }
        .badge circle { fill: var(--ink); stroke: var(--paper); }
        .badge text { fill: var(--paper); }
        .badge { pointer-events: none; }
        .news { margin: 0; padding: 0; list-style: none; }
        .news button { display: block; width: 100%; margin: 0 0 .3rem; text-align: left; background: var(--paper); }
        .hit :is(rect, ellipse, polygon, path) { stroke: #d4006a; stroke-width: 3px; }
        .chosen :is(rect, ellipse, polygon, path) { stroke: var(--accent); stroke-width: 3px; }
        #page-span { width: 100%; }
        .said { margin: .5rem 0 .9rem; padding-left: .6rem; border-left: 3px solid var(--line); }
        .said p { margin: 0 0 .2rem; }
        .said .source { color: var(--quiet); font-size: .85rem; }
        mark { background: var(--mark); }
        .status { font-weight: bold; }
        #page-shown, #page-day { color: var(--quiet); }
        @media (max-width: 60rem) { body { grid-template: auto 1fr auto / 12rem 1fr; } #page-evidence { grid-column: 1 / -1; max-height: 40vh; border-left: 0; border-top: 1px solid var(--line); } }
        @media print { #page-filters, header button, header input { display: none; } body { display: block; } #page-stage { height: 90vh; } }
        """
}
