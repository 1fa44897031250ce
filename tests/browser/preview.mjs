// The preview in a browser: what an author sees while a bank is edited, and how soon.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessible, reflows } from "./checks.mjs";

/** An edit is on the screen within so many milliseconds. */
const SOON = 300;
/** And so many in a build that is not optimised, on a machine that does other things as well. */
const BOUND = /[\\/]debug[\\/]/.test(process.env.ISOFORM) ? 2 * SOON : SOON;
const EDITS = 5;

const BANK = `bank: Sums
id: sums
standards:
  - {id: "S.1", statement: Students can add.}
items:
  - id: sum
    standard: "S.1"
    title: Adding
    vary: {a: 2..9, b: 11..79}
    stem: |
      Work out {{a}} + {{b}}.
    answer: a + b
    misconceptions:
      took away: b - a
      forgot to carry: {is: a + b - 10, if: carries(a, b) > 0}
    choices: 3
  - id: other
    standard: "S.1"
    vary: {n: 2..90}
    stem: "What comes after {{n}}?"
    answer: n + 1
`;

/** As editors save: a new file, moved over the old one. */
function save(file, text) {
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
}

async function start(file) {
  const child = spawn(process.env.ISOFORM, ["preview", file, "--port", "0", "--no-open"], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((found, failed) => {
    child.stdout.on("data", (text) => {
      const address = /http:\S+\//.exec(`${text}`);
      if (address) found(address[0]);
    });
    child.on("exit", (code) => failed(new Error(`the preview ended with ${code}`)));
  });
  return { child, address };
}

/** Milliseconds from a save until `seen` holds in the page. */
async function until(page, change, seen, argument) {
  const since = performance.now();
  change();
  await page.waitForFunction(seen, argument, { polling: "raf", timeout: 10_000 });
  return performance.now() - since;
}

/** Looks at the preview; `tell` takes what is checked and the mistakes. */
export async function preview(browser, tell) {
  const folder = mkdtempSync(join(tmpdir(), "isoform-preview-"));
  const file = join(folder, "sums.yaml");
  writeFileSync(file, BANK);
  const { child, address } = await start(file);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const noise = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(error.message));
  page.on("request", (request) => request.url().startsWith(address) || request.url() === "data:," || noise.push(request.url()));
  const says = (text) => document.querySelector("#view").textContent.includes(text);
  const cards = () => page.locator(".card").count();
  const expect = (check, holds, words) => tell(check, holds ? [] : [words]);

  await page.goto(address);
  await page.waitForFunction(() => document.querySelectorAll(".card").length === 20 && !document.body.textContent.includes("being"));
  expect("20 instances with key and slips", await page.locator(".card .is-key").count() === 20, "a card has no key");
  expect("census", await page.getByText("different items").count() === 1, "there is no census");
  expect("items to go to", await page.locator("#bank a").count() === 2, "the list of items is not whole");
  tell("accessible", await accessible(page));

  // An edit in the middle of the page: nothing moves but what was edited.
  await page.locator("#card-9 summary").click();
  await page.evaluate(() => window.scrollTo(0, document.querySelector("#card-9").offsetTop + 31));
  const place = () => page.evaluate(() => document.querySelector("#card-9").getBoundingClientRect().top);
  const before = await place();
  const times = [];
  for (let edit = 1; edit <= EDITS; edit += 1) {
    const text = BANK.replace("Work out", `Add up (${edit})`);
    times.push(await until(page, () => save(file, text), says, `Add up (${edit})`));
  }
  times.sort((a, b) => a - b);
  console.log(`an edit is on the screen after ${times.map((time) => time.toFixed(0)).join(", ")} ms`);
  expect(`within ${SOON} ms`, times[EDITS >> 1] < BOUND, `${times[EDITS >> 1].toFixed(0)} ms`);
  expect("scroll position", Math.abs((await place()) - before) < 2, `card 9 moved from ${before} to ${await place()}`);
  expect("what is open stays open", await page.locator("#card-9 details[open]").count() === 1, "it was closed");

  // A mistake: the caret is in sight, the last good version below.
  const late = await until(page, () => save(file, BANK.replace("{{a}} + {{b}}", "{{a}} + {{c}}")), says, "unknown name `c`");
  expect(`mistakes within ${SOON} ms`, late < BOUND, `${late.toFixed(0)} ms`);
  const mistake = page.locator(".mistakes pre");
  expect("caret", /sums\.yaml:11:\d+[\s\S]*\{\{c\}\}[\s\S]*\^/.test(await mistake.first().textContent()), await mistake.first().textContent());
  expect("mistakes in sight", await mistake.first().evaluate((pre) => pre.getBoundingClientRect().top >= 0 && pre.getBoundingClientRect().top < innerHeight / 2), "scrolled away");
  expect("last good version", (await cards()) === 20 && await page.evaluate(says, "Add up (5)"), "it is gone");
  expect("scroll position with a mistake", Math.abs((await place()) - before) < 2, `card 9 moved from ${before} to ${await place()}`);
  tell("accessible with mistakes", await accessible(page));
  tell("reflows with mistakes", await reflows(page));

  // Half a file, no file, no text at all, and then the bank again.
  save(file, BANK.slice(0, 260));
  await page.waitForFunction(() => document.querySelector(".mistakes") && !document.body.textContent.includes("unknown name `c`"));
  rmSync(file);
  await page.waitForFunction(says, "cannot read");
  expect("the last good version outlives the file", (await cards()) === 20, "it is gone");
  save(file, BANK);
  await page.waitForFunction(() => !document.querySelector(".mistakes"));
  expect("mended", await page.evaluate(says, "Work out"), "the bank is not shown again");

  await page.getByRole("link", { name: "As students see it" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".card").length === 20);
  expect("student's view", await page.locator(".card .is-key").count() === 0 && await page.locator(".card .options").count() === 20, "the key shows");
  tell("accessible for students", await accessible(page));
  await page.getByRole("link", { name: "other", exact: true }).click();
  await page.waitForFunction(says, "What comes after");
  tell("reflows", await reflows(page));
  if (process.env.PICTURES) await pictures(page, address, file);
  tell("no errors, no network", noise);

  const ended = new Promise((done) => child.on("exit", done));
  child.removeAllListeners("error");
  child.kill("SIGINT");
  expect("Ctrl-C", (await ended) === 0, "the preview did not end well");
  await page.close();
  rmSync(folder, { recursive: true });
}

async function pictures(page, address, file) {
  await page.goto(address);
  await page.waitForFunction(() => document.querySelectorAll(".card").length === 20);
  await page.screenshot({ path: `${process.env.PICTURES}/good.png` });
  await page.evaluate(() => window.scrollTo(0, 400));
  save(file, readFileSync(file, "utf8").replace("{{a}} + {{b}}", "{{a}} + {{c}}"));
  await page.waitForSelector(".mistakes");
  await page.screenshot({ path: `${process.env.PICTURES}/bad.png` });
}
