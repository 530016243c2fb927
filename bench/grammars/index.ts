import { ARABIC } from "./arabic.ts";
import { GERMAN } from "./german.ts";
import type { Grammar } from "./grammar.ts";
import { HEBREW } from "./hebrew.ts";
import { JAPANESE } from "./japanese.ts";
import { KOREAN } from "./korean.ts";
import { THAI } from "./thai.ts";
import { TURKISH } from "./turkish.ts";
import { VIETNAMESE } from "./vietnamese.ts";

export const GRAMMARS: readonly Grammar[] = [
  ARABIC,
  GERMAN,
  HEBREW,
  JAPANESE,
  KOREAN,
  THAI,
  TURKISH,
  VIETNAMESE,
];
