import { writeFile } from "node:fs/promises";
import { english } from "../src/catalogue/catalogue.ts";
import { FONT, loadPngRenderer } from "../src/tools/stats/render-png.ts";
import { GROWING } from "./growth.ts";
import type { Measured } from "./search/measured.ts";

const PANEL = { width: 380, height: 250 };

/** Draws a panel for each quantity that grows, with a line for each engine. */
export async function drawGrowth(measured: readonly Measured[], file: string): Promise<void> {
  const renderer = await loadPngRenderer();
  if ("error" in renderer) throw new Error(english.format(renderer.error));
  await writeFile(file, await renderer.render(specOf(measured)));
}

function specOf(measured: readonly Measured[]): object {
  const values = measured.flatMap((one) =>
    GROWING.map(({ name, numberOf }) => ({
      engine: one.engine,
      passages: one.passages,
      what: name,
      value: numberOf(one),
    })),
  );
  return {
    $schema: "https://vega.github.io/schema/vega/v6.json",
    background: "white",
    padding: 16,
    title: {
      text: "What search takes as the passages grow",
      fontSize: 18,
      offset: 16,
      anchor: "middle",
    },
    config: { font: FONT, axis: { labelFontSize: 12, titleFontSize: 12, gridColor: "#e4e4e4" } },
    data: [{ name: "measured", values }],
    scales: [
      {
        name: "engine",
        type: "ordinal",
        domain: [...new Set(measured.map(({ engine }) => engine))],
        range: { scheme: "tableau10" },
      },
    ],
    legends: [
      {
        stroke: "engine",
        symbolType: "stroke",
        symbolStrokeWidth: 3,
        labelFontSize: 12,
        orient: "bottom",
        direction: "horizontal",
        columns: 4,
        labelLimit: 0,
      },
    ],
    layout: { columns: 2, padding: 40, bounds: "full" },
    marks: GROWING.map(({ name }) => panelOf(name)),
  };
}

function panelOf(what: string): object {
  const data = `of ${what}`;
  const scaled = { x: { scale: "x", field: "passages" }, y: { scale: "y", field: "value" } };
  const logarithmic = { type: "log", nice: true };
  return {
    type: "group",
    encode: { enter: { width: { value: PANEL.width }, height: { value: PANEL.height } } },
    data: [
      {
        name: data,
        source: "measured",
        transform: [{ type: "filter", expr: `datum.what === ${JSON.stringify(what)}` }],
      },
    ],
    scales: [
      { name: "x", ...logarithmic, range: [0, PANEL.width], domain: { data, field: "passages" } },
      { name: "y", ...logarithmic, range: [PANEL.height, 0], domain: { data, field: "value" } },
    ],
    axes: [
      { scale: "x", orient: "bottom", title: "passages", grid: true, tickCount: 4, format: "," },
      { scale: "y", orient: "left", title: what, grid: true, tickCount: 5, format: "~r" },
    ],
    marks: [
      {
        type: "group",
        from: { facet: { name: "line", data, groupby: "engine" } },
        marks: [
          {
            type: "line",
            from: { data: "line" },
            encode: {
              enter: {
                ...scaled,
                stroke: { scale: "engine", field: "engine" },
                strokeWidth: { value: 2.5 },
              },
            },
          },
          {
            type: "symbol",
            from: { data: "line" },
            encode: {
              enter: { ...scaled, fill: { scale: "engine", field: "engine" }, size: { value: 40 } },
            },
          },
        ],
      },
    ],
  };
}
