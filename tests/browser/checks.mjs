// What must hold for a page, on the screen and on paper. A check gives the mistakes it found.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { SMALLEST, STUDENTS } from "./pages.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Rules for tools and people who use them: axe with all its rules. */
export async function accessible(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html.slice(0, 120)})`);
}

/** On a narrow screen nothing is cut and nothing scrolls sideways (WCAG 2.2, criterion 1.4.10). */
export async function reflows(page) {
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize({ width: 1280, height: 900 });
  return width > 320 ? [`${width} px wide on a screen of 320 px`] : [];
}

/** No type is smaller than is promised; margins of the page are asked for apart. */
export async function readable(page, { reader, large }) {
  const least = reader === "teacher" ? SMALLEST.teacher : large ? SMALLEST.large : SMALLEST.normal;
  const small = await page.evaluate((least) => {
    const found = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest(".hidden, style")) continue;
      // A figure's letters grow and shrink with it.
      const scale = element.closest("div.figure svg")?.getScreenCTM().a ?? 1;
      const size = (scale * parseFloat(getComputedStyle(element).fontSize) * 72) / 96;
      if (size < least - 0.01) found.set(element.tagName + "." + element.className, [size, walker.currentNode.data.trim()]);
    }
    return [...found].map(([where, [size, text]]) => `${size.toFixed(1)} pt at ${where}: ${text.slice(0, 30)}`);
  }, least);
  return small;
}

/** Prints, with a mark at the beginning and the end of every item; gives the text of each page. */
export async function print(page, { file, paper }) {
  await page.evaluate(() => {
    document.querySelectorAll(".item, .mark").forEach((item, at) => {
      for (const [word, place] of [["BEGIN", "afterbegin"], ["FINIS", "beforeend"]]) {
        const mark = document.createElement("span");
        mark.textContent = `${word}${at}X`;
        mark.style.cssText = "position: absolute; font-size: 1px; line-height: 1px; color: #fefefe; letter-spacing: 0;";
        mark.style[place === "afterbegin" ? "top" : "bottom"] = "1px";
        item.style.position = "relative";
        item.insertAdjacentElement(place, mark);
      }
    });
  });
  const pdf = `${file}.pdf`;
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(execFileSync("pdfinfo", [pdf], { encoding: "utf8" }));
  const wanted = paper === "a4" ? [595, 842] : [612, 792];
  const sides = [Number(size[1]), Number(size[2])].sort((a, b) => a - b);
  const off = sides.some((side, at) => Math.abs(side - wanted[at]) > 1);
  return { pages: text.split("\f").slice(0, -1), size: off ? [`printed on ${size[0]}`] : [] };
}

/** No item is split over pages. */
export function whole(pages) {
  const mistakes = [];
  const place = (mark) => pages.findIndex((text) => text.includes(mark));
  let count = 0;
  for (; place(`BEGIN${count}X`) >= 0; count += 1) {
    const [begin, end] = [place(`BEGIN${count}X`), place(`FINIS${count}X`)];
    if (begin !== end) mistakes.push(`item ${count + 1} begins on page ${begin + 1} and ends on page ${end + 1}`);
  }
  return count === 0 ? ["no item was found on paper"] : mistakes;
}

const ID = /\b[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}\b/;

/** Every page says which form it belongs to, and which page it is. */
export function labelled(pages) {
  const numbered = /(Page|Seite) \d+ (of|von) \d+/;
  return pages.flatMap((text, at) => [
    ...(ID.test(text) ? [] : [`page ${at + 1} has no form ID`]),
    ...(numbered.test(text) ? [] : [`page ${at + 1} has no number`]),
  ]);
}

/** The certificate of a report is its last sheet, whole, and every page has its number. */
export function certified(pages) {
  const numbered = /(Page|Seite|Página) (\d+) (of|von|de|sur) (\d+)/;
  const mistakes = pages.flatMap((text, at) => {
    const [, , page, , all] = numbered.exec(text) ?? [];
    return Number(page) === at + 1 && Number(all) === pages.length ? [] : [`page ${at + 1} has no number`];
  });
  const begins = /^\s*(Parity certificate|Certificado de comparabilidad|Certificat de comparabilité|Nachweis der Vergleichbarkeit)/;
  const last = pages.at(-1);
  if (!begins.test(last)) mistakes.push("the certificate does not begin on the last sheet");
  if (!/SHA-256/.test(last)) mistakes.push("the certificate does not end on the last sheet");
  return mistakes;
}

/** In a stack every paper begins a sheet, and neighbours hold different forms. */
export function stacked(pages) {
  const starts = pages.flatMap((text, at) => (/(Page|Seite) 1 (of|von) \d+/.test(text) ? [at] : []));
  const marks = pages.join().match(/BEGIN\d+X/g)?.length ?? 0;
  const place = (item) => pages.findIndex((text) => text.includes(`BEGIN${item}X`));
  const firsts = Array.from({ length: STUDENTS }, (_, student) => place((student * marks) / STUDENTS));
  // In large print the head of a paper may fill its first page.
  const heads = [...new Set(firsts.map((at) => starts.findLast((start) => start <= at)))];
  const mistakes = starts.filter((at) => at % 2 === 1).map((at) => `a paper begins on page ${at + 1}, the back of a sheet`);
  if (starts.join() !== heads.join()) mistakes.push(`papers begin on pages ${heads.map((at) => at + 1)}, numbers on ${starts.map((at) => at + 1)}`);
  const ids = starts.map((at) => ID.exec(pages[at])?.[0]);
  ids.forEach((id, at) => at > 0 && id === ids[at - 1] && mistakes.push(`neighbours hold the same form ${id}`));
  return mistakes;
}
