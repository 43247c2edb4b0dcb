// Draws every chart of the page from its specification. Expressions are interpreted, never compiled: no eval is needed.
(() => {
  "use strict";
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const font = "system-ui, sans-serif";

  const config = () => ({
    background: "transparent",
    view: { stroke: null },
    axis: {
      labelColor: colour("--ink"), titleColor: colour("--muted"), gridColor: colour("--rule"), domainColor: colour("--muted"),
      tickColor: colour("--muted"), labelFont: font, titleFont: font, labelFontSize: 13, titleFontSize: 13, titleFontWeight: "normal",
    },
    rect: { fill: colour("--good") },
    rule: { stroke: colour("--ink") },
  });

  // On narrow screens the labels would leave no room for what they label.
  const fitted = (specification, width) => {
    if (width >= 560) return specification;
    const text = JSON.stringify(specification).replaceAll('"labelLimit":280', '"labelLimit":120');
    return JSON.parse(text);
  };

  const draw = async (figure) => {
    const canvas = figure.querySelector(".canvas");
    const answer = await fetch(figure.dataset.plot);
    if (!answer.ok) return;
    const specification = await answer.json();
    const paint = () => {
      const parsed = vegaLite.compile(fitted(specification, canvas.clientWidth), { config: config() }).spec;
      const view = new vega.View(vega.parse(parsed, null, { ast: true }), {
        expr: vegaInterpreter.expressionInterpreter, renderer: "canvas", container: canvas, hover: true,
      });
      return view.runAsync();
    };
    await paint();
    dark.addEventListener("change", paint);
  };

  for (const figure of document.querySelectorAll("[data-plot]")) {
    draw(figure).catch((problem) => console.error("a chart could not be drawn", problem));
  }
})();
