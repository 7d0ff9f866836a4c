/// The look of a page of progress: light and dark as the reader's system has it, and plain on paper.
let pageStyle: StaticString = """

  :root { color-scheme: light dark; --ink: #1d1d1f; --soft: #5f6368; --paper: #fff; --line: #d7d9dc;
    --bar: #1a5fb4; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --soft: #a3a7ac; --paper: #16181a;
    --line: #3a3d41; --bar: #78aeed; } }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--paper); color: var(--ink);
    font: 1rem/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
  main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
  h1 { font-size: 1.6rem; line-height: 1.3; margin: 0; overflow-wrap: anywhere; }
  h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
  section { break-inside: avoid; min-width: 0; }
  .meta, .note { color: var(--soft); margin: 0; }
  .facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1rem 0; }
  .facts dt { color: var(--soft); font-size: .85rem; }
  .facts dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
  .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0 2rem; }
  svg { width: 100%; max-width: 36rem; height: auto; display: block; overflow: visible; }
  .square svg { max-width: 20rem; }
  svg text { font-size: 12px; fill: var(--soft); }
  .bar { fill: var(--bar); }
  .dot { fill-opacity: .75; }
  .line { fill: none; stroke: var(--bar); stroke-width: 2; }
  .grid { stroke: var(--line); }
  .axis { stroke: var(--soft); stroke-dasharray: 4 3; }
  .l0 { fill: var(--line); fill-opacity: .55; }
  .l1, .l2, .l3, .l4 { fill: var(--bar); }
  .l1 { fill-opacity: .3; }
  .l2 { fill-opacity: .5; }
  .l3 { fill-opacity: .75; }
  .wide { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line);
    vertical-align: top; }
  td.figure, th.figure { text-align: right; white-space: nowrap; }
  td.words { min-width: 12rem; overflow-wrap: anywhere; }
  th { color: var(--soft); font-weight: 600; font-size: .85rem; }
  @media print { main { max-width: none; padding: 0; } body { font-size: 10pt; } .wide { overflow: visible; }
    section.long { break-inside: auto; } }

  """
