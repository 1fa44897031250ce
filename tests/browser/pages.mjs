// The pages that are looked at, made by the program itself.

import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Type is never smaller than this on a page, in points: the student's, and the teacher's. */
export const SMALLEST = { normal: 11, large: 18, teacher: 9 };

/** Papers in a stack: as many as there are forms, and one more. */
export const STUDENTS = 5;

/** One folder of pages: the paper, and what is asked for. */
const SETS = [
  { name: "quiz-a4", paper: "a4", options: [] },
  { name: "quiz-letter", paper: "letter", options: [] },
  { name: "ticket-a4", paper: "a4", options: ["--blueprint", "exit-ticket"] },
  { name: "ticket-letter", paper: "letter", options: ["--blueprint", "exit-ticket"] },
  { name: "long-a4", paper: "a4", options: ["--blueprint", "unit-check"] },
  { name: "practice-a4", paper: "a4", options: ["--layout", "practice", "--lang", "de"] },
  { name: "spaced-letter", paper: "letter", options: ["--spacing", "dyslexia", "--math", "words"] },
];

/** Reports in every language, on either paper; so many forms that their certificates are full. */
const REPORTS = ["en", "es", "fr", "de"].flatMap((language) => ["a4", "letter"].map((paper) => ({ language, paper })));

/** Makes the parity reports; entries as those of other pages. */
function reports(folder) {
  return REPORTS.map(({ language, paper }) => {
    const set = `report-${language}-${paper}`;
    const out = join(folder, set);
    const options = ["--seed", "7", "--forms", "30", "--quiet", "--format", "html", "--lang", language, "--paper", paper];
    execFileSync(process.env.ISOFORM, ["generate", "fractions-decimals-percents", ...options, "--out", out]);
    const file = join(out, "parity.html");
    return { set, file, label: `${set}/parity.html`, paper, reader: "teacher", large: false, stack: false, report: true };
  });
}

/** Makes all pages; one entry a page: file, paper, whether large, who reads it. */
export function make() {
  const folder = mkdtempSync(join(tmpdir(), "isoform-"));
  const pages = [];
  for (const { name, paper, options } of SETS) {
    const out = join(folder, name);
    const common = ["--seed", "7", "--forms", "4", "--quiet", "--stack", `${STUDENTS}`];
    const setting = ["--large-print", "--paper", paper, "--format", "html", "--out", out];
    execFileSync(process.env.ISOFORM, ["generate", "--pages", "form,key,guide,sheet", ...common, ...setting, ...options]);
    const large = name.startsWith("spaced") ? "-large-dyslexia" : "-large";
    const add = (file, reader, isLarge, stack) =>
      pages.push({ set: name, file: join(out, file), label: `${name}/${file}`, paper, reader, large: isLarge, stack });
    add("form-a.html", "student", false, false);
    add(`form-a${large}.html`, "student", true, false);
    if (paper === "a4") add("key-a.html", "teacher", false, false);
    if (paper === "letter") add("stack.html", "student", false, true);
    add(`stack${large}.html`, "student", true, true);
    if (name.startsWith("quiz")) {
      add("guide-a.html", "teacher", false, false);
      add("sheet-a.html", "student", false, false);
      add(`sheet-a${large}.html`, "student", true, false);
    }
  }
  return [...pages, ...reports(folder)];
}
