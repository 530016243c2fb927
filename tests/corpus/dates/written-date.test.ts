import { describe, expect, test } from "vitest";
import { parseEdtfDate } from "../../../src/corpus/date.ts";
import { nearestEdtfDates, parseWrittenDate } from "../../../src/corpus/dates/written-date.ts";
import { LANGUAGES } from "../../../src/language/languages/index.ts";

test.each([
  ["2019-08-05", "2019-08-05"],
  ["2019-08-05T23:30:00-04:00", "2019-08-05"],
  ["2019-08-05 10:00", "2019-08-05"],
  ["2019-08-05 10:00:00 +0900", "2019-08-05"],
  ["Mon, 05 Aug 2019 10:00:00 GMT", "2019-08-05"],
  ["5 August 2019", "2019-08-05"],
  ["July, 1998", "1998-07"],
  ["2019/8/5", "2019-08-05"],
  ["20190805", "2019-08-05"],
  ["1787", "1787"],
  ["2018-09~", "2018-09~"],
  ["1811-05/..", "1811-05/.."],
  ["May 1811 to June 1812", "1811-05/1812-06"],
  ["-0044-03-15", "-0044-03-15"],
])("“%s” is parsed as %s", (text, edtf) => {
  expect(parseWrittenDate(text)).toBe(edtf);
});

test.each([
  ["1907-03-02", "March 2d, 1907", "the 2d of March 1907", "2d March, 1907", "March the 2nd, 1907"],
  [
    "1907-03-02",
    "the 2d day of March, 1907",
    "this 2d day of March, A.D. 1907",
    "2nd day of March 1907",
  ],
  ["1907-03-23", "March 23d, 1907", "Mar. 23d, 1907", "ye 23d of March, 1907".slice(3)],
  ["1787-01-03", "Jany. 3d, 1787", "Janry 3 1787", "Jan’y 3, 1787"],
  ["1787-09-22", "Septr. 22d 1787", "Sepr 22d, 1787", "22d Septr 1787", "7ber 22, 1787"],
  ["1787-12-02", "Decr. 2d, 1787", "Xber 2d 1787", "2 Decbr 1787"],
  ["1707-03-02", "March 2d, 1706/7", "March 2, 1706-7", "2 March 1706–07"],
])("old letters and deeds write the date %s in other forms", (edtf, ...texts) => {
  for (const text of texts) expect([text, parseWrittenDate(text)]).toEqual([text, edtf]);
});

test.each(["March 2d", "2d", "March 2, 1706-9", "4d of March 1907", "2 May 1907-5"])(
  "“%s” is no date, or is doubtful",
  (text) => {
    expect(parseWrittenDate(text)).toBeUndefined();
  },
);

describe("dates in words become EDTF:", () => {
  test.each([
    ["1750~", "c. 1750", "ca 1750", "about 1750", "um 1750", "vers 1750", "hacia 1750"],
    ["1750~", "약 1750년", "1750년경", "1750年頃", "约1750年", "1750年左右", "ок. 1750"],
    ["1749~/1751~", "c. 1749–51"],
    ["1750~/1759~", "about the 1750s"],
    ["175X", "the 1750s", "1750er Jahre", "années 1750", "década de 1750", "1750년대", "1750年代"],
    ["175X/176X", "1750s–60s", "1750s to 1760s"],
    ["17XX", "18th century", "the eighteenth century", "18. Jahrhundert", "im 18. Jh."],
    [
      "17XX",
      "the 1700s",
      "XVIIIe siècle",
      "siglo XVIII",
      "18세기",
      "18世紀",
      "十八世纪",
      "XVIII век",
    ],
    ["16XX/17XX", "17th–18th century"],
    ["1907-21", "spring 1907", "Frühjahr 1907", "printemps 1907", "primavera de 1907"],
    ["1907-21", "1907년 봄", "1907年春", "in the spring of 1907"],
    ["1907-22", "im Sommer 1907", "en été 1907"],
    ["1907-24", "winter 1907/08"],
    [
      "../1760",
      "before 1760",
      "vor 1760",
      "avant 1760",
      "antes de 1760",
      "1760년 이전",
      "1760年以前",
    ],
    ["../1760~", "before c. 1760"],
    [
      "1760/..",
      "after 1760",
      "nach 1760",
      "après 1760",
      "después de 1760",
      "1760년 이후",
      "1760年以降",
    ],
    ["1749/1751", "1749–51", "1749-51", "1749/51", "between 1749 and 1751", "von 1749 bis 1751"],
    ["1907/1908", "1907–08"],
    ["1920/1924", "1920-24"],
    ["[1749,1750]", "1749 or 1750", "1749 oder 1750"],
    ["1750?", "1750 (?)", "probably 1750"],
    ["1750%", "c. 1750 (?)"],
    [
      "-0043",
      "44 BC",
      "44 B.C.E.",
      "44 v. Chr.",
      "44 av. J.-C.",
      "44 a. C.",
      "기원전 44년",
      "前44年",
    ],
    ["-0043~", "c. 44 BC", "um 44 v. Chr."],
    ["-0043-03-15", "15 March 44 BC", "15. März 44 v. Chr."],
    ["-0043/-0042", "44–43 BC"],
    ["-0026/0014", "27 BC–AD 14"],
    ["-0048/-0039", "40s BC"],
    [
      "-04XX",
      "5th century BC",
      "5. Jh. v. Chr.",
      "Ve siècle av. J.-C.",
      "기원전 5세기",
      "公元前5世纪",
    ],
    ["-0099/0000", "1st century BC"],
    ["0079", "AD 79", "79 CE", "79 n. Chr."],
    ["00XX", "1st century AD"],
    ["1660-02", "February 1659/60", "février 1660", "1660년 2월", "1660年2月"],
    ["1732-02-11", "11 February 1731/32", "11 Feb. 1731/2", "February 11, 1731/32"],
    ["1660-03-24", "24 March 1659/60"],
    [
      "1907-12-14",
      "14. Dezember 1907",
      "14 desember 1907",
      "14 decembrie 1907",
      "1907. december 14.",
    ],
    ["1907-09-02", "2 Meán Fómhair 1907", "2 בספטמבר 1907", "2 tháng 9 năm 1907", "2 सितंबर 1907"],
    ["1907-03-02", "2 mars 1907", "2. März 1907", "2 de marzo de 1907", "1907년 3월 2일"],
  ])("%s", (edtf, ...texts) => {
    for (const text of texts) expect([text, parseWrittenDate(text)]).toEqual([text, edtf]);
  });
});

describe("A date in EDTF is written with its digits that are not known, or as one of two", () => {
  test.each([
    ["17XX", "17xx", "17--", "17??", "17uu", "17__"],
    ["175X", "175x", "175-"],
    ["1750-05-XX", "1750-05-xx"],
    ["1700~/1799~", "c. 17xx"],
    [
      "[1750-05-04,1750-05-05]",
      ...["4 or 5 May 1750", "May 4 or 5, 1750", "the 4th or 5th of May 1750"],
      ...["4. oder 5. Mai 1750", "4 ou 5 mai 1750", "4 o 5 de mayo de 1750"],
      ...["1750년 5월 4일 또는 5일", "1750年5月4日或5日", "1750-05-04 or 05"],
    ],
    ["[1750-05,1750-06]", "May or June 1750", "mayo o junio de 1750"],
    ["[1750-04-30,1750-05-01]", "30 April or 1 May 1750", "30 апреля или 1 мая 1750"],
  ])("%s", (edtf, ...texts) => {
    for (const text of texts) expect([text, parseWrittenDate(text)]).toEqual([text, edtf]);
  });

  test("in every language that has a word for that", () => {
    for (const { tags, dateWordings } of LANGUAGES) {
      const [form] = dateWordings?.either.split("|") ?? [];
      if (form === undefined) continue;
      for (let month = 0; month < 12; month++) {
        const [one, other] = [4, 5].map((day) =>
          new Intl.DateTimeFormat(tags[0], { dateStyle: "long", timeZone: "UTC" }).format(
            Date.UTC(1750, month, day),
          ),
        );
        const [before = "", after = ""] = form.trim().split("#").slice(0, 2);
        const whole = `${before}${one}${after}${other}`;
        const days = ["04", "05"].map((day) => `1750-${String(month + 1).padStart(2, "0")}-${day}`);
        expect([whole, parseWrittenDate(whole)]).toEqual([whole, `[${days.join(",")}]`]);
        // The first of them without what follows its day, or the second without what precedes it.
        const isDayFirst = /^\D{0,3}4/.test(one ?? "");
        const short = isDayFirst
          ? `4${after}${other}`
          : `${one}${after}${(other ?? "").slice((other ?? "").lastIndexOf("5"))}`;
        if (tags[0] !== "en") {
          expect([short, parseWrittenDate(short)]).toEqual([short, `[${days.join(",")}]`]);
        }
      }
    }
  });

  test.each(["4 or 5", "5 or 1750", "late or 5 May 1750", "1750 or 51", "12-", "1750-", "17x?"])(
    "“%s” is none of these",
    (text) => {
      expect(parseWrittenDate(text)).toBeUndefined();
    },
  );
});

test.each([
  "",
  "5/8/2019",
  "1998-02-30",
  "tomorrow",
  "August 5",
  "12",
  "c. 12",
  "s5",
  "99999",
  "../..",
  "2019-13",
  "n.d.",
  "the early 1750s",
  "25 March 1659/60",
  "May 1659/60",
  "29 February 1658/59",
  "0 BC",
  "43–44 BC",
  "40th century",
  "c. spring 1907",
  "c. ".repeat(20),
])("“%s” is not a date, is ambiguous, or is one that EDTF cannot express", (text) => {
  expect(parseWrittenDate(text)).toBeUndefined();
});

test.each([
  ["the early 1750s", ["175X"]],
  ["mid-18th century", ["17XX"]],
  ["Anfang der 1750er Jahre", ["175X"]],
  ["18세기 초", ["17XX"]],
  ["5/8/2019", ["2019-08-05", "2019-05-08"]],
  ["tomorrow", []],
])("the nearest dates to “%s” are %j", (text, dates) => {
  expect(nearestEdtfDates(text)).toEqual(dates);
});

test("every year and century is parsed in its own words, in each era", () => {
  const year = (number: number) =>
    `${number < 0 ? "-" : ""}${`${Math.abs(number)}`.padStart(4, "0")}`;
  for (let number = 1; number < 3000; number += 37) {
    expect(parseWrittenDate(`${number} BC`)).toBe(year(1 - number));
    expect(parseWrittenDate(`c. AD ${number}`)).toBe(`${year(number)}~`);
    expect(parseWrittenDate(`기원전 ${number}년 이전`)).toBe(`../${year(1 - number)}`);
  }
  for (let century = 1; century <= 21; century++) {
    const date = parseEdtfDate(parseWrittenDate(`${century}. Jahrhundert`) ?? "");
    expect(date?.edtf).toBe(`${String(century - 1).padStart(2, "0")}XX`);
    const before = parseEdtfDate(parseWrittenDate(`${century}세기 BC`) ?? "");
    expect([before?.first, before?.last].map((day) => yearOf(day))).toEqual([
      1 - 100 * century,
      100 - 100 * century,
    ]);
  }
});

function yearOf(day = Number.NaN): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}
