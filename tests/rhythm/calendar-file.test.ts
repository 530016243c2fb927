import { expect, test } from "vitest";
import { calendarFile } from "../../src/rhythm/calendar-file.ts";

const entry = (date: string) => ({
  id: `${date}@ibid`,
  date,
  summary: "Winter 1/2: Ada, Tom; and others",
  description:
    "Who?\nWhy is this line longer than the seventy-five bytes that RFC 5545 lets a line have at most?",
});
const MADE = Date.UTC(2027, 0, 1, 12);

/** Returns the lines of a file, those that were folded as one. */
const linesOf = (file: string) => file.replace(/\r\n /g, "").trimEnd().split("\r\n");

test("entries have the instants of their local times, whatever the clocks do", () => {
  const dates = ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-25"];
  const at = { time: "02:30", zone: "Europe/Berlin" };
  const lines = linesOf(calendarFile("Winter", dates.map(entry), at, MADE));
  expect(lines.filter((line) => line.startsWith("DTSTART"))).toEqual([
    "DTSTART:20260328T013000Z",
    "DTSTART:20260329T010000Z",
    "DTSTART:20260330T003000Z",
    "DTSTART:20261025T003000Z",
  ]);
  const never = calendarFile(
    "Winter",
    [entry("2011-12-30")],
    { time: "08:00", zone: "Pacific/Apia" },
    MADE,
  );
  expect(never).not.toContain("BEGIN:VEVENT");
});

test("entries without a time are whole days", () => {
  const lines = linesOf(calendarFile("Winter", [entry("2027-01-04")], undefined, MADE));
  expect(lines).toContain("DTSTART;VALUE=DATE:20270104");
});

test("the file is as RFC 5545 wants it, and the same each time", () => {
  const file = calendarFile("Winter", [entry("2027-01-04")], undefined, MADE);
  expect(calendarFile("Winter", [entry("2027-01-04")], undefined, MADE)).toBe(file);
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = linesOf(file);
  expect(lines[0]).toBe("BEGIN:VCALENDAR");
  expect(lines.at(-1)).toBe("END:VCALENDAR");
  expect(lines).toContain("UID:2027-01-04@ibid");
  expect(lines).toContain("DTSTAMP:20270101T120000Z");
  expect(lines).toContain(String.raw`SUMMARY:Winter 1/2: Ada\, Tom\; and others`);
  expect(lines.find((line) => line.startsWith("DESCRIPTION"))).toMatch(
    /^DESCRIPTION:Who\?\\nWhy is/,
  );
});
