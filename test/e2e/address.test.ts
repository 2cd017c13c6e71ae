/** The address: what is written is read back, unknown parts are told, and a fresh page shows the same state. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Address,
  formatAddress,
  library,
  parseAddress,
  type Selection,
} from "../../client/state/address.ts";
import { claimsThat, query, setUpDesk } from "./support/desk.ts";

const name = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });
const selection: fc.Arbitrary<Selection> = fc.oneof(
  fc.record({ kind: fc.constant("claim" as const), claim: name }),
  fc.record({ kind: fc.constant("source" as const), source: name }),
  fc.record({ kind: fc.constant("pair" as const), claim: name, source: name }),
);
const decimal = (min: number) => fc.integer({ min, max: 9e6 }).map((n) => n / 10_000);
const address: fc.Arbitrary<Address> = fc.record({
  place: fc.record({ kind: fc.constant("document" as const), id: name }),
  selection: fc.option(selection),
  filters: fc.uniqueArray(
    fc.oneof(
      fc.record({
        kind: fc.constant("state" as const),
        value: fc.constantFrom("uncited" as const, "fallen" as const),
      }),
      fc.record({ kind: fc.constantFrom("source" as const, "section" as const), value: name }),
    ),
    { maxLength: 3, selector: (f) => `${f.kind}:${f.value}` },
  ),
  view: fc.constantFrom("graph" as const, "list" as const),
  without: fc.uniqueArray(name, { maxLength: 4 }),
  camera: fc.option(fc.record({ x: decimal(-9e6), y: decimal(-9e6), ratio: decimal(1) })),
});

describe("as text", () => {
  it("reads back what it writes", () => {
    fc.assert(
      fc.property(address, (a) => {
        expect(parseAddress(formatAddress(a))).toEqual({ address: a, unknown: [] });
      }),
      { seed: 7 },
    );
  });

  it("keeps the order of the parts and leaves defaults out", () => {
    const place = { kind: "document", id: "d1" } as const;
    expect(formatAddress({ ...library, place })).toBe("#/d/d1");
    expect(
      formatAddress({
        place,
        selection: { kind: "claim", claim: "1.6" },
        filters: [
          { kind: "state", value: "uncited" },
          { kind: "rule", value: "missing-pinpoint" },
        ],
        view: "list",
        without: ["brew2010", "weber2008"],
        camera: { x: 0.5, y: 0.25, ratio: 2 },
      }),
    ).toBe(
      "#/d/d1?sel=claim:1.6&f=uncited,rule:missing-pinpoint&view=list&without=brew2010,weber2008&cam=0.5,0.25,2",
    );
  });

  it("hands out the parts it does not know, and ignores fragments of other kinds", () => {
    expect(
      parseAddress("#/d/d1?sel=claim:1.6&colour=red&view=cube&f=uncited,size:big&cam=1,2&without="),
    ).toMatchObject({
      address: {
        selection: { kind: "claim", claim: "1.6" },
        filters: [{ kind: "state", value: "uncited" }],
        view: "graph",
        camera: null,
      },
      unknown: ["colour=red", "view=cube", "f=size:big", "cam=1,2", "without="],
    });
    expect(parseAddress("#note-3")).toBeNull();
  });
});

describe("in the browser", () => {
  const desk = setUpDesk();

  it("shows the same state on a fresh page", async () => {
    const first = await desk.openSample();
    await first.locator('[data-claim="1.3"]').click();
    await first
      .getByRole("button", { name: /^Show alone/ })
      .last()
      .click();
    await first.getByRole("button", { name: "Brew & Davies 2010" }).first().click();
    await first.keyboard.press("w");
    await first.locator('[data-claim="1.6"]').click();
    await first.keyboard.press("l");
    expect(query(first)).toBe("sel=claim:1.6&view=list&without=brew2010");
    const state = async (page: typeof first): Promise<unknown> => ({
      fallen: await claimsThat(page, "fallen"),
      selected: await page.locator('.chip[aria-pressed="true"]').getAttribute("data-chip"),
      tree: await page.getByRole("tree").count(),
      inspector: await page.locator(".inspector").textContent(),
      banner: await page.locator(".banner.question").textContent(),
    });
    await first.getByRole("tree").first().waitFor();
    const second = await desk.openSample(`?${query(first)}`);
    await second.getByRole("tree").first().waitFor();
    await second.getByText("Rests on 1 source").first().waitFor();
    expect(await state(second)).toEqual(await state(first));
  });

  it("says what of a link it left out", async () => {
    const page = await desk.openSample("?sel=claim:9.9&colour=red&without=nobody1999");
    await page
      .getByText(
        "The link named “colour=red”, a selection that this document does not have and the source “nobody1999”; it was left out.",
      )
      .waitFor();
    await page.getByRole("button", { name: "Dismiss", exact: true }).click();
    expect(query(page)).toBe("");
  });

  it("opens the only document where the address names none, and the library where it is asked for", async () => {
    const page = await desk.open("");
    await page.locator(".document").waitFor();
    expect(new URL(page.url()).hash).toBe(`#/d/${desk.sample().id}`);
    await page.goto(`${desk.url()}/#/`);
    await page.getByRole("heading", { name: "Library" }).waitFor();
  });

  it("goes back to the library with the browser's button", async () => {
    const page = await desk.open("#/");
    await page.getByRole("link", { name: /medical-response/i }).click();
    await page.locator(".document").waitFor();
    await page.locator('[data-claim="1.1"]').click();
    await page.goBack();
    await page.getByRole("heading", { name: "Library" }).waitFor();
    await page.goForward();
    await page.locator(".document").waitFor();
    expect(query(page)).toBe("sel=claim:1.1");
  });
});
