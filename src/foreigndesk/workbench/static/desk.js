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
  else if (here < 0) here = all.findIndex((one) => one.matches(":target")); // go on where the address leads
  here = Math.min(Math.max(here + by, 0), all.length - 1);
  const next = all[here];
  const target = next.matches("a, button, input, select, textarea, summary") ? next : next.querySelector("a, button") ?? next;
  if (target === next && next.tabIndex < 0) next.tabIndex = -1;
  target.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

const typing = (target) => target instanceof Element && target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
let going = false; // after "g" the next key leads to a page, however slowly it is typed
document.addEventListener("pointerdown", () => { going = false; });
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key === "Escape") {
    going = false;
    light([]);
    if (typing(event.target)) event.target.blur();
    return;
  }
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  if (going && event.key.length === 1) { // not Shift alone
    going = false;
    const way = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    if (way) { event.preventDefault(); way.click(); }
    return;
  }
  switch (event.key) {
    case "j": event.preventDefault(); step(1); break;
    case "k": event.preventDefault(); step(-1); break;
    case "g": going = true; break;
    case "/": event.preventDefault(); document.getElementById("q").select(); break;
    case "?": event.preventDefault(); document.getElementById("keys").showModal(); break;
    case "m": if (toolbar) { event.preventDefault(); beginMarking(); } break;
    default: {
      const way = document.activeElement?.closest("[data-step]")?.querySelector(`[data-do="${CSS.escape(event.key)}"]`);
      if (way) { event.preventDefault(); way.click(); }
    }
  }
});

// -- Marking words of a report: by mouse, or by keys (m, arrows, with Shift more), then what they are. --
const toolbar = document.getElementById("marking");
const AS = { c: "content", s: "speaker", u: "cue", n: "words" };
const textOf = (node) => (node instanceof Element ? node : node?.parentElement)?.closest(".text");

// What the desk has put into the text (numbers, handles, restored names) is no text of the report.
const ADDED = ".number, .handle, .restored-as";
function pieces(text) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(ADDED)) found.push(walker.currentNode);
  return found;
}

// The report's own text within a range of one paragraph.
function printed(range, text) {
  let words = "";
  for (const node of pieces(text)) {
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    words += node.data.slice(from, node === range.endContainer ? range.endOffset : undefined);
  }
  return words;
}

// The selected words and where they stand: characters of the report's text from 0, not UTF-16 units.
function chosen() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const text = textOf(range.startContainer);
  if (!text || text !== textOf(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const words = printed(range, text);
  const start = Number(text.dataset.start) + [...printed(before, text)].length + [...words].length - [...words.trimStart()].length;
  return words.trim() ? { words: words.trim(), start, end: start + [...words.trim()].length } : null;
}

function mark(as) {
  const found = chosen();
  if (!found) return;
  document.getElementById("adding").open = true;
  const field = document.getElementById(`add-${as}`);
  const place = `${found.start}-${found.end}`;
  if (as === "content") field.value = /^[\d, -]+$/.test(field.value) && field.value ? `${field.value}, ${place}` : place;
  else field.value = as === "speaker" ? found.words : place;
  document.getElementById("marked").textContent = `“${found.words.slice(0, 60)}” is ${toolbar.querySelector(`[data-mark="${as}"]`).firstChild.textContent.trim().toLowerCase()}`;
}

// By keys the selection runs from one word of the leaf to another.
let words = [], first = 0, last = 0;
function beginMarking() {
  words = pick(".leaf .text").flatMap((text) => pieces(text).flatMap((node) =>
    [...node.data.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*(?<![.,])/gu)].map((word) => ({ text, node, start: word.index, end: word.index + word[0].length }))));
  const row = document.activeElement?.closest(".row");
  document.activeElement?.blur();
  first = last = Math.max(row ? words.findIndex((word) => row.contains(word.node)) : 0, 0);
  choose();
}
const offer = () => { toolbar.hidden = !chosen(); };
function choose() {
  if (!words.length) return;
  const [from, to] = [words[Math.min(first, last)], words[Math.max(first, last)]];
  getSelection().setBaseAndExtent(from.node, from.start, to.node, to.end);
  offer(); // the browser tells of the selection later, and the next key may come first
  words[last].text.scrollIntoView({ block: "nearest" });
}
function move(by, paragraph, extend) {
  const held = words[last].text;
  do last = Math.min(Math.max(last + by, 0), words.length - 1);
  while (paragraph && words[last].text === held && last > 0 && last < words.length - 1);
  if (!extend) first = last;
  choose();
}

if (toolbar) {
  document.addEventListener("selectionchange", offer);
  toolbar.addEventListener("pointerdown", (event) => event.preventDefault()); // keep the selection
  toolbar.addEventListener("click", (event) => { const button = event.target.closest("[data-mark]"); if (button) mark(button.dataset.mark); });
  document.addEventListener("keydown", (event) => {
    if (toolbar.hidden || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (AS[event.key]) mark(AS[event.key]);
    else if (way && words.length) move(way, event.key === "ArrowDown" || event.key === "ArrowUp", event.shiftKey);
    else if (event.key === "Enter") document.getElementById("add-speaker").focus();
    else if (event.key === "Escape") getSelection().removeAllRanges();
    else return;
    event.preventDefault();
  }, true);
}

// -- Files dropped anywhere on a page are taken in. --
const drop = document.getElementById("drop-form");
if (drop) {
  const zone = document.getElementById("drop-zone");
  const over = (event) => { if (event.dataTransfer?.types.includes("Files")) { event.preventDefault(); zone.classList.add("over"); } };
  document.addEventListener("dragover", over);
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) zone.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    zone.classList.remove("over");
    drop.elements.files.files = event.dataTransfer.files;
    drop.requestSubmit();
  });
}
