import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outcomeOf, threadOutcomeOf } from "../../src/rhythm/outcome.ts";

const refused = (status: number, code = 0) => ({ kind: "answered", status, code }) as const;

describe("An attempt to post", () => {
  test("is posted if Discord names the message, also if a former attempt has posted it", () => {
    const answered = { kind: "answered", status: 200, id: "1" } as const;
    expect(outcomeOf(answered)).toEqual({ kind: "posted", id: "1" });
    // With a nonce, “Unknown Message” is that of a message which was posted and deleted.
    expect(outcomeOf(refused(404, 10008))).toEqual({ kind: "posted", id: undefined });
  });

  test.each([
    [404, 10003, "channel-gone"],
    [404, 10004, "removed"],
    [403, 50001, "no-access"],
    [403, 50013, "no-permission"],
    [400, 40067, "tag-missing"],
    [400, 40066, "tag-refused"],
    [400, 50024, "channel-unsuitable"],
    [400, 160005, "channel-locked"],
    [403, 0, "no-permission"],
    [404, 0, "channel-gone"],
  ])("holds the schedule at %d with code %d: %s", (status, code, why) => {
    expect(outcomeOf(refused(status, code))).toEqual({ kind: "held", why });
  });

  test("waits for as long as Discord asks", () => {
    expect(outcomeOf({ ...refused(429), retryAfter: 61_500 })).toEqual({
      kind: "later",
      after: 61_500,
    });
  });

  test("has failed for good only where Discord refuses what was sent", () => {
    expect(outcomeOf(refused(400, 50035))).toEqual({ kind: "failed", why: "refused" });
    expect(outcomeOf(refused(400, 200000))).toEqual({ kind: "failed", why: "blocked" });
  });

  test("is never taken for unposted if Discord may have got it and has not refused it", () => {
    const code = fc.option(fc.integer({ min: 1, max: 300_000 }), { nil: undefined });
    const status = fc.oneof(
      fc.constant(408),
      fc.integer({ min: 200, max: 399 }),
      fc.integer({ min: 500, max: 599 }),
    );
    const answered = fc.record({ kind: fc.constant("answered" as const), status, code });
    fc.assert(
      fc.property(fc.oneof(answered, fc.constant({ kind: "cut" } as const)), (exchange) => {
        expect(["unknown", "posted"]).toContain(outcomeOf(exchange).kind);
      }),
    );
  });

  test("may be made again only where nothing was sent, or Discord says that nothing was posted", () => {
    expect(outcomeOf({ kind: "unsent" }).kind).toBe("later");
    expect(outcomeOf(refused(401)).kind).toBe("later");
  });
});

describe("An attempt to start a thread", () => {
  test("has succeeded if the message has one already", () => {
    expect(threadOutcomeOf(refused(400, 160004), "7")).toEqual({ kind: "posted", id: "7" });
  });

  test("has failed if the message is gone, or has no more room beside it", () => {
    expect(threadOutcomeOf(refused(404, 10008), "7")).toEqual({
      kind: "failed",
      why: "message-gone",
    });
    expect(threadOutcomeOf(refused(400, 160006), "7").kind).toBe("failed");
  });
});
