import type { LanguageProfile } from "../language-profile.ts";
import { primarySubtag } from "../tags.ts";
import { ARABIC } from "./ar.ts";
import { BULGARIAN } from "./bg.ts";
import { BOSNIAN } from "./bs.ts";
import { CZECH } from "./cs.ts";
import { DANISH } from "./da.ts";
import { GERMAN } from "./de.ts";
import { GREEK } from "./el.ts";
import { ENGLISH } from "./en.ts";
import { SPANISH } from "./es.ts";
import { ESTONIAN } from "./et.ts";
import { PERSIAN } from "./fa.ts";
import { FINNISH } from "./fi.ts";
import { FRENCH } from "./fr.ts";
import { IRISH } from "./ga.ts";
import { HEBREW } from "./he.ts";
import { HINDI } from "./hi.ts";
import { CROATIAN } from "./hr.ts";
import { HUNGARIAN } from "./hu.ts";
import { ARMENIAN } from "./hy.ts";
import { INDONESIAN } from "./id.ts";
import { ICELANDIC } from "./is.ts";
import { ITALIAN } from "./it.ts";
import { JAPANESE } from "./ja.ts";
import { KOREAN } from "./ko.ts";
import { LITHUANIAN } from "./lt.ts";
import { LATVIAN } from "./lv.ts";
import { NORWEGIAN } from "./nb.ts";
import { NEPALI } from "./ne.ts";
import { DUTCH } from "./nl.ts";
import { POLISH } from "./pl.ts";
import { PORTUGUESE } from "./pt.ts";
import { ROMANIAN } from "./ro.ts";
import { RUSSIAN } from "./ru.ts";
import { SANSKRIT } from "./sa.ts";
import { SLOVAK } from "./sk.ts";
import { SLOVENIAN } from "./sl.ts";
import { SERBIAN } from "./sr.ts";
import { SWEDISH } from "./sv.ts";
import { TAMIL } from "./ta.ts";
import { THAI } from "./th.ts";
import { TURKISH } from "./tr.ts";
import { UKRAINIAN } from "./uk.ts";
import { VIETNAMESE } from "./vi.ts";
import { CHINESE } from "./zh.ts";

/** All languages, in the order of their tags. */
export const LANGUAGES: readonly LanguageProfile[] = [
  ARABIC,
  BULGARIAN,
  BOSNIAN,
  CZECH,
  DANISH,
  GERMAN,
  GREEK,
  ENGLISH,
  SPANISH,
  ESTONIAN,
  PERSIAN,
  FINNISH,
  FRENCH,
  IRISH,
  HEBREW,
  HINDI,
  CROATIAN,
  HUNGARIAN,
  ARMENIAN,
  INDONESIAN,
  ICELANDIC,
  ITALIAN,
  JAPANESE,
  KOREAN,
  LITHUANIAN,
  LATVIAN,
  NORWEGIAN,
  NEPALI,
  DUTCH,
  POLISH,
  PORTUGUESE,
  ROMANIAN,
  RUSSIAN,
  SANSKRIT,
  SLOVAK,
  SLOVENIAN,
  SERBIAN,
  SWEDISH,
  TAMIL,
  THAI,
  TURKISH,
  UKRAINIAN,
  VIETNAMESE,
  CHINESE,
];

const BY_TAG = new Map(
  LANGUAGES.flatMap((language) => language.tags.map((tag) => [tag, language])),
);

/** Returns the language of a BCP 47 tag, undefined if it has no file. */
export function findLanguage(tag: string): LanguageProfile | undefined {
  return BY_TAG.get(primarySubtag(tag));
}
