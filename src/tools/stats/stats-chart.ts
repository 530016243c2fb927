import type { LabelKey, Translate } from "../../catalogue/catalogue.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { truncateToColumns } from "../../language/columns.ts";
import type { GroupCounts, Statistics } from "../../review/statistics.ts";
import { FONT } from "./render-png.ts";

// Lengths are in pixels before scaling; names are measured in columns of a terminal.
const CHART_WIDTH = 860;
const MARGIN = 32;
const CONTENT_WIDTH = CHART_WIDTH - 2 * MARGIN;
const CHART_HEADING_HEIGHT = 84;
const MAX_TITLE_COLUMNS = 60;

const HEADING_HEIGHT = 44;
/** Of the bars of years, and of the largest bar, which leaves room for a number above it. */
const COLUMNS_HEIGHT = 170;
const MAX_COLUMN_HEIGHT = COLUMNS_HEIGHT - 16;
const YEAR_LABELS_HEIGHT = 24;
const MAX_COLUMN_WIDTH = 60;
const DIGIT_WIDTH = 8;
/** The minimum distance between the labels of two years. */
const YEAR_LABEL_DISTANCE = 44;

const ROW_HEIGHT = 24;
const NAMES_WIDTH = 310;
const MAX_NAME_COLUMNS = 40;
const NUMBERS_WIDTH = 160;
const MAX_BAR_WIDTH = CONTENT_WIDTH - NAMES_WIDTH - NUMBERS_WIDTH;

const ACCENT = "#2f6f4f";
const INK = "#222222";
const FAINT = "#777777";
const AXIS = "#cccccc";

/** The maximum number of bars in a panel of names. */
const MAX_ROWS = 15;
/** The maximum number of bars in a panel of years. With more years, bars are decades or centuries. */
const MAX_PERIODS = 60;

interface Panel {
  readonly height: number;
  readonly marks: readonly object[];
}

/** Creates a chart of the statistics of a corpus, as a Vega specification. */
export function createStatsChart(statistics: Statistics, t: Translate): object {
  const { documents, passages, notes, words } = statistics;
  const panels = [
    ...createYearsPanel(statistics.years, t),
    ...createNamesPanel("chart.people", statistics.people, t, (one) =>
      describePersonCounts(one, t),
    ),
    ...createNamesPanel("chart.topics", statistics.topics, t),
    ...(statistics.languages.length > 1
      ? createNamesPanel("chart.languages", statistics.languages, t)
      : []),
    ...(statistics.types.length > 1 ? createNamesPanel("chart.types", statistics.types, t) : []),
  ];
  let top = CHART_HEADING_HEIGHT;
  const groups = panels.map(({ height, marks }) => {
    const encode = { enter: propertiesOf({ x: MARGIN, y: top }) };
    top += height + MARGIN;
    return { type: "group", encode, marks };
  });
  const totals = t("chart.totals", { documents, passages, words, notes });
  return {
    $schema: "https://vega.github.io/schema/vega/v6.json",
    background: "white",
    width: CHART_WIDTH,
    height: top,
    autosize: "none",
    config: { font: FONT, text: { font: FONT } },
    marks: [
      createText({
        x: MARGIN,
        y: 40,
        text: truncateToColumns(MAX_TITLE_COLUMNS, statistics.title ?? t("corpus.untitled")),
        size: 20,
        bold: true,
      }),
      createText({ x: MARGIN, y: 64, text: totals, size: 13, colour: FAINT }),
      ...groups,
    ],
  };
}

/** Everyone whom statistics count is the author or the recipient of a document. */
function describePersonCounts(
  { documents, from, to }: Statistics["people"][number],
  t: Translate,
): string {
  if (to === 0) return t("chart.from", { documents, from });
  if (from === 0) return t("chart.to", { documents, to });
  return t("chart.from-to", { documents, from, to });
}

/** Creates a panel of documents by time, empty periods included, or none if no document is dated. */
function createYearsPanel(years: readonly GroupCounts[], t: Translate): readonly Panel[] {
  const dated = years.filter(({ name }) => Number.isFinite(Number(name)));
  const undated = years.find((group) => !dated.includes(group))?.documents ?? 0;
  const [first] = dated;
  const last = dated.at(-1);
  if (first === undefined || last === undefined) return [];
  const span = Number(last.name) - Number(first.name) + 1;
  const step = [1, 10, 100, 1000].find((one) => span / one <= MAX_PERIODS) ?? 10_000;
  const periodOf = (year: string) => Math.floor(Number(year) / step) * step;
  const start = periodOf(first.name);
  const bars = Array.from({ length: (periodOf(last.name) - start) / step + 1 }, (_, index) => ({
    period: start + index * step,
    documents: 0,
  }));
  for (const { name, documents } of dated) {
    elementAt(bars, (periodOf(name) - start) / step).documents += documents;
  }

  const maxDocuments = Math.max(...bars.map(({ documents }) => documents));
  const slotWidth = Math.min(MAX_COLUMN_WIDTH, CONTENT_WIDTH / bars.length);
  const labelInterval = Math.ceil(YEAR_LABEL_DISTANCE / slotWidth);
  // All bars have numbers, or none has, if some would touch their neighbours.
  const hasNumbers = slotWidth >= DIGIT_WIDTH * t.number(maxDocuments).length + 4;
  const remarks = [
    ...(hasNumbers ? [] : [t("chart.at-most", { count: maxDocuments })]),
    ...(undated > 0 ? [t("chart.undated", { count: undated })] : []),
  ];
  const baseline = HEADING_HEIGHT + COLUMNS_HEIGHT;
  return [
    {
      height: baseline + YEAR_LABELS_HEIGHT,
      marks: [
        ...createHeading(
          step === 1 ? t("chart.by-year") : t("chart.by-years", { years: step }),
          remarks.join(", "),
        ),
        createRectangle({
          x: 0,
          y: baseline,
          width: slotWidth * bars.length,
          height: 1,
          colour: AXIS,
        }),
        ...bars.flatMap(({ period, documents }, index) => {
          const height = (documents / maxDocuments) * MAX_COLUMN_HEIGHT;
          const middle = (index + 0.5) * slotWidth;
          return [
            ...(documents > 0
              ? [
                  createRectangle({
                    x: index * slotWidth + slotWidth * 0.12,
                    y: baseline - height,
                    width: slotWidth * 0.76,
                    height,
                  }),
                ]
              : []),
            ...(documents > 0 && hasNumbers
              ? [
                  createText({
                    x: middle,
                    y: baseline - height - 5,
                    text: t.number(documents),
                    size: 11,
                    align: "center",
                  }),
                ]
              : []),
            ...(index % labelInterval === 0
              ? [
                  createText({
                    x: middle,
                    y: baseline + 17,
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

/** Creates a panel of documents by name, with horizontal bars, or none if there are no names. */
function createNamesPanel<T extends GroupCounts>(
  title: LabelKey,
  groups: readonly T[],
  t: Translate,
  describeCounts: (group: T) => string = ({ documents }) => t.number(documents),
): readonly Panel[] {
  const [largest] = groups;
  if (largest === undefined) return [];
  const rows = groups.slice(0, MAX_ROWS);
  const remark =
    groups.length > rows.length ? t("chart.first", { shown: rows.length, all: groups.length }) : "";
  return [
    {
      height: HEADING_HEIGHT + rows.length * ROW_HEIGHT,
      marks: [
        ...createHeading(t(title), remark),
        ...rows.flatMap((group, index) => {
          const y = HEADING_HEIGHT + index * ROW_HEIGHT;
          const width = (group.documents / largest.documents) * MAX_BAR_WIDTH;
          return [
            createText({
              x: NAMES_WIDTH - 10,
              y: y + 13,
              text: truncateToColumns(MAX_NAME_COLUMNS, group.name),
              size: 12,
              align: "right",
            }),
            createRectangle({ x: NAMES_WIDTH, y, width, height: ROW_HEIGHT - 7 }),
            createText({
              x: NAMES_WIDTH + width + 8,
              y: y + 13,
              text: describeCounts(group),
              size: 12,
              colour: FAINT,
            }),
          ];
        }),
      ],
    },
  ];
}

function createHeading(title: string, remark: string): readonly object[] {
  return [
    createText({ x: 0, y: 22, text: title, size: 15, bold: true }),
    createText({ x: CONTENT_WIDTH, y: 22, text: remark, size: 12, align: "right", colour: FAINT }),
  ];
}

interface TextMark {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly align?: "center" | "right";
  readonly bold?: true;
  readonly colour?: string;
}

function createText({ x, y, text, size, align, bold, colour = INK }: TextMark): object {
  return {
    type: "text",
    encode: {
      enter: {
        ...propertiesOf({ x, y, text, fontSize: size, fill: colour, font: FONT }),
        ...(align && propertiesOf({ align })),
        ...(bold && propertiesOf({ fontWeight: "bold" })),
      },
    },
  };
}

interface RectangleMark {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour?: string;
}

function createRectangle({ colour = ACCENT, ...position }: RectangleMark): object {
  return { type: "rect", encode: { enter: propertiesOf({ ...position, fill: colour }) } };
}

/** Returns the properties of a mark in Vega's terms: `{ x: 1 }` as `{ x: { value: 1 } }`. */
function propertiesOf(values: Readonly<Record<string, string | number>>): object {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
}
