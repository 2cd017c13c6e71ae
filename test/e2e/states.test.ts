/** The states between: an empty library, loading, errors as the server tells them, a server that is gone. */
import { expect, it } from "vitest";
import { setUpDesk } from "./support/desk.ts";

const desk = setUpDesk([], /ReadPixels|Failed to load resource/);

it("offers the sample in an empty library", async () => {
  const page = await desk.open();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.getByRole("button", { name: /^Remove/ }).click();
  await page.getByRole("button", { name: "Load the sample" }).click();
  await page.locator(".document").waitFor();
  expect(await page.locator(".coverage-words").textContent()).toBe(
    "6 of 10 claims cited · 0 of 7 pairs reviewed",
  );
});

it("brings in a dropped file", async () => {
  const page = await desk.openSample();
  await page.waitForLoadState("networkidle");
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["Snow is white.\n\nIt melts in spring."], "snow.txt", { type: "text/plain" }));
    return data;
  });
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await page.getByRole("dialog", { name: "Import documents" }).waitFor();
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("It melts in spring.").first().waitFor();
});

it("opens the dialog with a text pasted anywhere", async () => {
  const page = await desk.openSample("", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => navigator.clipboard.writeText("Ice floats on water."));
  await page.keyboard.press("Control+v");
  const field = page.getByRole("textbox", { name: /paste the text/ });
  await field.waitFor();
  expect(await field.inputValue()).toBe("Ice floats on water.");
});

it("shows what the server says of a file it cannot read", async () => {
  const page = await desk.open();
  await page.getByRole("button", { name: "Import" }).click();
  await page.route(/\/api\/documents\/preview/, (route) =>
    route.fulfill({
      status: 422,
      contentType: "application/problem+json",
      body: JSON.stringify({
        title: "The file cannot be read",
        status: 422,
        detail: "The ZIP directory ends early.",
        remedy: "Save it again in the program it came from.",
        at: 812,
      }),
    }),
  );
  const buffer = Buffer.from("PK");
  await page.locator('input[type="file"]').first().setInputFiles({ name: "cut.docx", mimeType: "", buffer });
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.locator("h3, p").allTextContents()).toEqual([
    "The file cannot be read",
    "The ZIP directory ends early.",
    "At character 812 of the file.",
    "Save it again in the program it came from.",
  ]);
  await alert.getByRole("button", { name: "Copy details" }).waitFor();
});

it("says that a document is not there", async () => {
  const page = await desk.open("#/d/doc-0000000000000000");
  await page.getByRole("alert").getByText("No such document in the library").waitFor();
});

it("shows the shape of a text while it loads, and reads on when the server is gone", async () => {
  const page = await desk.open();
  // However long the page takes to load, the text comes when its shape has been seen.
  let show = (): void => {};
  const seen = new Promise<void>((resolve) => {
    show = resolve;
  });
  await page.route("**/analysis", async (route) => {
    await seen;
    await route.continue();
  });
  await page.goto(`${desk.url()}/#/d/${desk.sample().id}`);
  await page.locator(".skeleton").waitFor();
  show();
  await page.locator(".document").waitFor();
  await page.waitForLoadState("networkidle");
  let away = true;
  let back = (): void => {};
  const returned = new Promise<void>((resolve) => {
    back = resolve;
  });
  await page.route("**/api/**", async (route) => {
    if (away) return route.abort("connectionrefused");
    await returned;
    return route.continue().catch(() => null);
  });
  await page.keyboard.press("y");
  await page.getByText("The server does not answer. Reading goes on").waitFor();
  await page.locator('[data-claim="1.6"]').click();
  await page.getByText("Rests on 1 source").waitFor();
  // What the page asks by itself finds the server no sooner than the click, which would have no button else.
  away = false;
  await page.getByRole("button", { name: "Retry" }).click();
  back();
  await page.getByText("The server does not answer. Reading goes on").waitFor({ state: "detached" });
});
