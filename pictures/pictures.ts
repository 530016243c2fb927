import type { BrowserContextOptions } from "playwright-core";

/** A picture of the preview page. */
interface Picture {
  readonly file: string;
  readonly options: BrowserContextOptions;
  /** The steps before the picture is taken. */
  readonly steps: readonly Step[];
  /** Whether it is as high as all messages. */
  readonly isWhole?: true;
}

/** A line that is typed, a message or a command, or a button of the last answer that is pressed. */
export type Step = string | { readonly press: string };

/** A proof, a lie and an absence. The signs need a font with emoji, such as Debian's fonts-noto-color-emoji. */
const VERDICTS = [
  "/verify no changed outcome can be anticipated",
  "/verify And until these elements are eliminated, a changed outcome can be anticipated.",
  "/verify the keeper of the lighthouse counted seven ships before midnight",
];

/** Each kind of answer, on a desktop and on a phone, in light and in the dark. */
const ANSWERS: readonly Step[] = [
  "/quote topic:drills",
  { press: "In context" },
  "/letter date:2019-08-05",
  "/search query:drills",
  "/topics",
  "/quote about:zeppelin",
];

export const DESKTOP = { width: 1080, height: 800 };
const PHONE = { width: 390, height: 800 };

/** All pictures of the documentation. */
export const PICTURES: readonly Picture[] = [
  {
    file: "docs/preview.png",
    options: { colorScheme: "dark", viewport: { width: 1080, height: 620 } },
    steps: ["Is it “a changed outcome can be anticipated”?", "/quote topic:drills"],
  },
  {
    file: "docs/preview-phone.png",
    options: {
      colorScheme: "light",
      viewport: { width: 390, height: 715 },
      deviceScaleFactor: 1.5,
    },
    steps: ["/quote topic:drills"],
  },
  {
    file: "docs/welcome.png",
    options: { colorScheme: "light", viewport: { width: 1080, height: 560 } },
    steps: [],
  },
  {
    file: "docs/verdicts.png",
    options: { colorScheme: "light", viewport: { width: 1080, height: 1400 } },
    steps: VERDICTS,
  },
  {
    file: "docs/verdicts-phone.png",
    options: { colorScheme: "dark", viewport: { width: 390, height: 1650 } },
    steps: VERDICTS,
  },
  ...(["light", "dark"] as const).flatMap((colorScheme): readonly Picture[] => [
    {
      file: `docs/answers-${colorScheme}.png`,
      options: { colorScheme, viewport: DESKTOP },
      steps: ANSWERS,
      isWhole: true,
    },
    {
      file: `docs/answers-phone-${colorScheme}.png`,
      options: { colorScheme, viewport: PHONE },
      steps: ANSWERS,
      isWhole: true,
    },
  ]),
];
