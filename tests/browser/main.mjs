// Runs all checks over all pages. The last line says how many held.

import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { accessible, certified, labelled, print, readable, reflows, stacked, whole } from "./checks.mjs";
import { gallery } from "./gallery.mjs";
import { make } from "./pages.mjs";
import { preview } from "./preview.mjs";

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
let passed = 0;
let failed = 0;

function tell(entry, check, mistakes) {
  if (mistakes.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`${entry.label}: ${check}`);
  mistakes.slice(0, 5).forEach((mistake) => console.log(`  ${mistake}`));
}

async function look(entry) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const [requests, errors] = [[], []];
  page.on("request", (request) => /^(file|data):/.test(request.url()) || requests.push(request.url()));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(pathToFileURL(entry.file).href);
  tell(entry, "accessible", await accessible(page));
  tell(entry, "reflows", await reflows(page));
  await page.emulateMedia({ media: "print" });
  tell(entry, "readable", await readable(page, entry));
  const { pages, size } = await print(page, entry);
  tell(entry, "size of the paper", size);
  if (entry.report) {
    tell(entry, "certificate on one sheet", certified(pages));
  } else {
    tell(entry, "items are whole", whole(pages));
    tell(entry, "pages are labelled", labelled(pages));
  }
  if (entry.stack) tell(entry, "stack", stacked(pages));
  tell(entry, "no network", requests);
  tell(entry, "no errors", errors);
  await page.close();
}

const entries = make();
const queue = [...entries];
const worker = async () => {
  for (let entry = queue.shift(); entry; entry = queue.shift()) await look(entry);
};
await Promise.all([worker(), worker()]);
await preview(browser, (check, mistakes) => tell({ label: "preview" }, check, mistakes));
await browser.close();
if (process.argv.includes("--gallery")) gallery(entries);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
