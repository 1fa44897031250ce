// Pictures of the printed pages, for docs/gallery.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const PICTURES = [
  ["quiz-a4/form-a.html", "quiz"],
  ["quiz-a4/form-a-large.html", "large-print"],
  ["quiz-a4/key-a.html", "key"],
  ["quiz-a4/guide-a.html", "guide"],
  ["quiz-a4/sheet-a.html", "answer-sheet"],
  ["ticket-letter/form-a.html", "exit-ticket"],
  ["practice-a4/form-a.html", "practice-german"],
  ["spaced-letter/form-a-large-dyslexia.html", "large-print-wide-spacing"],
];

/** Takes the first page of a quiz of every bank. */
function catalogue() {
  const folder = mkdtempSync(join(tmpdir(), "isoform-"));
  const banks = new URL("../../item-banks/", import.meta.url).pathname;
  for (const bank of readdirSync(banks)) {
    const out = join(folder, bank);
    execFileSync(process.env.ISOFORM, ["generate", join(banks, bank), "--seed", "1", "--forms", "2", "--quiet", "--format", "html", "--out", out]);
    const paper = join(folder, `${bank}.pdf`);
    const options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", `--print-to-pdf=${paper}`];
    execFileSync(process.env.CHROMIUM, [...options, pathToFileURL(join(out, "form-a.html")).href], { stdio: "ignore" });
    const target = new URL(`../../docs/banks/${bank}`, import.meta.url).pathname;
    execFileSync("pdftoppm", ["-r", "60", "-l", "1", "-singlefile", "-gray", "-png", paper, target]);
  }
}

/** Takes the first page of each layout, and of each bank. */
export function gallery(entries) {
  catalogue();
  for (const [label, name] of PICTURES) {
    const { file } = entries.find((entry) => entry.label === label);
    const target = new URL(`../../docs/gallery/${name}`, import.meta.url).pathname;
    execFileSync("pdftoppm", ["-r", "60", "-l", "1", "-singlefile", "-gray", "-png", `${file}.pdf`, target]);
  }
}
