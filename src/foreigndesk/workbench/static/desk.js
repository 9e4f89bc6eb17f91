// Foreign Desk: keys and lighting up. Every page reads, links and prints without it.
"use strict";

const pick = (choice, within = document) => [...within.querySelectorAll(choice)];

// -- A finding under the pointer or the focus lights up wherever it stands: in the text, and in the margin. --
const lit = [];
function light(ids) {
  while (lit.length) lit.pop().classList.remove("lit");
  for (const id of ids) {
    if (!/^[a-z]-[0-9a-f]+$/.test(id)) continue;
    for (const part of pick(`[data-f~="${id}"]`)) {
      part.classList.add("lit");
      lit.push(part);
    }
  }
}
const found = (target) => (target instanceof Element ? target.closest("[data-f]")?.dataset.f.split(" ") : null);
document.addEventListener("pointerover", (event) => { const ids = found(event.target); if (ids) light(ids); });
document.addEventListener("focusin", (event) => { const ids = found(event.target); if (ids) light(ids); });

// -- Keys --
const steps = () => pick("[data-step]").filter((step) => step.checkVisibility());
let here = -1;
function step(by) {
  const all = steps();
  if (!all.length) return;
  const held = all.findIndex((one) => one === document.activeElement || one.contains(document.activeElement));
  if (held >= 0) here = held;
  here = Math.min(Math.max(here + by, 0), all.length - 1);
  const next = all[here];
  const target = next.matches("a, button, input, select, textarea, summary") ? next : next.querySelector("a, button") ?? next;
  if (target === next && next.tabIndex < 0) next.tabIndex = -1;
  target.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

const typing = (target) => target instanceof Element && target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
let going = 0;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key === "Escape") {
    light([]);
    if (typing(event.target)) event.target.blur();
    return;
  }
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  if (Date.now() - going < 1500) {
    going = 0;
    const way = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    if (way) { event.preventDefault(); way.click(); }
    return;
  }
  switch (event.key) {
    case "j": event.preventDefault(); step(1); break;
    case "k": event.preventDefault(); step(-1); break;
    case "g": going = Date.now(); break;
    case "/": event.preventDefault(); document.getElementById("q").select(); break;
    case "?": event.preventDefault(); document.getElementById("keys").showModal(); break;
  }
});
