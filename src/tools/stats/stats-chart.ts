import { truncateToColumns } from "../../foundation/columns.ts";
import { formatNumber, plural } from "../../foundation/format.ts";
import type { Share, Statistics } from "../../review/statistics.ts";
import { FONT } from "./render-png.ts";

// Pixels before the picture is scaled, but for names, which are measured in columns.
const WIDTH = 860;
const MARGIN = 32;
const FIGURE = 8;
const NAMES = 310;
const FIGURES = 160;
const MOST_COLUMNS = 40;
const ROW = 24;
const BARS = 170;
const HEAD = 44;
const TITLE = 84;

const ACCENT = "#2f6f4f";
const INK = "#222222";
const FAINT = "#777777";

/** The most bars of a panel with names. */
const MOST_ROWS = 15;
/** The most years that are drawn one by one; then decades are, and then centuries. */
const MOST_YEARS = 60;

interface Panel {
  readonly height: number;
  readonly marks: readonly object[];
}

/** The statistics of a corpus as a picture, in Vega’s terms. */
export function createStatsChart(statistics: Statistics): object {
  const { documents, passages, notes, words } = statistics;
  const panels = [
    ...yearsPanel(statistics.years),
    ...rowsPanel(
      "People",
      statistics.people,
      ({ documents, from, to }) =>
        `${formatNumber(documents)}: ${[...(from > 0 ? [`${formatNumber(from)} from`] : []), ...(to > 0 ? [`${formatNumber(to)} to`] : [])].join(", ")}`,
    ),
    ...rowsPanel("Topics", statistics.topics, numberOf),
    ...(statistics.languages.length > 1
      ? rowsPanel("Languages", statistics.languages, numberOf)
      : []),
    ...(statistics.types.length > 1 ? rowsPanel("Types", statistics.types, numberOf) : []),
  ];
  let top = TITLE;
  const groups = panels.map(({ height, marks }) => {
    const y = top;
    top += height + MARGIN;
    return { type: "group", encode: { enter: { x: { value: MARGIN }, y: { value: y } } }, marks };
  });
  const amounts = [
    plural(documents, "document"),
    plural(passages, "passage"),
    plural(words, "word"),
    ...(notes > 0 ? [plural(notes, "note")] : []),
  ];
  return {
    $schema: "https://vega.github.io/schema/vega/v6.json",
    background: "white",
    width: WIDTH,
    height: top,
    autosize: "none",
    config: { font: FONT, text: { font: FONT } },
    marks: [
      text({
        x: MARGIN,
        y: 40,
        text: truncateToColumns(60, statistics.title),
        size: 20,
        bold: true,
      }),
      text({ x: MARGIN, y: 64, text: amounts.join(" · "), size: 13, colour: FAINT }),
      ...groups,
    ],
  };
}

function numberOf({ documents }: Share): string {
  return formatNumber(documents);
}

/** Documents by time, from the first to the last, with the gaps between. */
function yearsPanel(years: readonly Share[]): readonly Panel[] {
  const dated = years.filter(({ name }) => Number.isFinite(Number(name)));
  const undated = years.find((one) => !dated.includes(one))?.documents ?? 0;
  const [first] = dated;
  const last = dated.at(-1);
  if (first === undefined || last === undefined) return [];
  const span = Number(last.name) - Number(first.name) + 1;
  const step = [1, 10, 100, 1000].find((one) => span / one <= MOST_YEARS) ?? 10_000;
  const periodOf = (year: string) => Math.floor(Number(year) / step) * step;
  const start = periodOf(first.name);
  const bars = Array.from({ length: (periodOf(last.name) - start) / step + 1 }, (_, index) => ({
    period: start + index * step,
    documents: 0,
  }));
  for (const { name, documents } of dated) {
    const bar = bars[(periodOf(name) - start) / step];
    if (bar !== undefined) bar.documents += documents;
  }

  const most = Math.max(...bars.map(({ documents }) => documents));
  const slot = Math.min(60, (WIDTH - 2 * MARGIN) / bars.length);
  // Neither years nor figures may touch their neighbours.
  const labelled = Math.ceil(44 / slot);
  // Figures stand over all bars or over none.
  const isFigured = slot >= FIGURE * formatNumber(most).length + 4;
  const unit = step === 1 ? "year" : `${formatNumber(step)} years`;
  const remarks = [
    ...(isFigured ? [] : [`at most ${formatNumber(most)}`]),
    ...(undated > 0 ? [`${formatNumber(undated)} undated`] : []),
  ];
  return [
    {
      height: HEAD + BARS + 24,
      marks: [
        ...head(`Documents by ${unit}`, remarks.join(", ")),
        rectangle({
          x: 0,
          y: HEAD + BARS,
          width: slot * bars.length,
          height: 1,
          colour: "#cccccc",
        }),
        ...bars.flatMap(({ period, documents }, index) => {
          const height = (documents / most) * (BARS - 16);
          const middle = (index + 0.5) * slot;
          return [
            ...(documents > 0
              ? [
                  rectangle({
                    x: index * slot + slot * 0.12,
                    y: HEAD + BARS - height,
                    width: slot * 0.76,
                    height,
                  }),
                ]
              : []),
            ...(documents > 0 && isFigured
              ? [
                  text({
                    x: middle,
                    y: HEAD + BARS - height - 5,
                    text: formatNumber(documents),
                    size: 11,
                    align: "center",
                  }),
                ]
              : []),
            ...(index % labelled === 0
              ? [
                  text({
                    x: middle,
                    y: HEAD + BARS + 17,
                    text: String(period),
                    size: 11,
                    align: "center",
                    colour: FAINT,
                  }),
                ]
              : []),
          ];
        }),
      ],
    },
  ];
}

/** Documents by names, as bars that lie. */
function rowsPanel<T extends Share>(
  title: string,
  shares: readonly T[],
  figure: (share: T) => string,
): readonly Panel[] {
  const [most] = shares;
  if (most === undefined) return [];
  const rows = shares.slice(0, MOST_ROWS);
  const longest = WIDTH - 2 * MARGIN - NAMES - FIGURES;
  const left = shares.length - rows.length;
  return [
    {
      height: HEAD + rows.length * ROW,
      marks: [
        ...head(
          title,
          left > 0 ? `the first ${rows.length} of ${formatNumber(shares.length)}` : "",
        ),
        ...rows.flatMap((share, index) => {
          const y = HEAD + index * ROW;
          const width = (share.documents / most.documents) * longest;
          return [
            text({
              x: NAMES - 10,
              y: y + 13,
              text: truncateToColumns(MOST_COLUMNS, share.name),
              size: 12,
              align: "right",
            }),
            rectangle({ x: NAMES, y, width, height: ROW - 7 }),
            text({ x: NAMES + width + 8, y: y + 13, text: figure(share), size: 12, colour: FAINT }),
          ];
        }),
      ],
    },
  ];
}

function head(title: string, remark: string): readonly object[] {
  return [
    text({ x: 0, y: 22, text: title, size: 15, bold: true }),
    text({ x: WIDTH - 2 * MARGIN, y: 22, text: remark, size: 12, align: "right", colour: FAINT }),
  ];
}

interface Text {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly align?: "center" | "right";
  readonly bold?: true;
  readonly colour?: string;
}

function text({ x, y, text, size, align, bold, colour = INK }: Text): object {
  return {
    type: "text",
    encode: {
      enter: {
        ...valuesOf({ x, y, text, fontSize: size, fill: colour, font: FONT }),
        ...(align && valuesOf({ align })),
        ...(bold && valuesOf({ fontWeight: "bold" })),
      },
    },
  };
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour?: string;
}

function rectangle({ colour = ACCENT, ...place }: Rectangle): object {
  return { type: "rect", encode: { enter: valuesOf({ ...place, fill: colour }) } };
}

function valuesOf(properties: Readonly<Record<string, string | number>>): object {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, { value }]));
}
