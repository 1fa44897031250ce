// Pictures of the printed pages, for docs/gallery.

import { execFileSync } from "node:child_process";

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

/** Takes the first page of each layout. */
export function gallery(entries) {
  for (const [label, name] of PICTURES) {
    const { file } = entries.find((entry) => entry.label === label);
    const target = new URL(`../../docs/gallery/${name}`, import.meta.url).pathname;
    execFileSync("pdftoppm", ["-r", "60", "-l", "1", "-singlefile", "-gray", "-png", `${file}.pdf`, target]);
  }
}
