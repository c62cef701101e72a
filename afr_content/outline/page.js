
"use strict";
// Finding and folding; without this script everything is there and open.
const pages = [...document.querySelectorAll("article.page")];
const filter = document.getElementById("filter");
const only = document.getElementById("only");
const toggle = document.getElementById("toggle");
const count = document.getElementById("count");
document.querySelector(".tools").hidden = false;

function apply() {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const page of pages) {
    const text = page.textContent.toLowerCase();
    const fits = words.every((word) => text.includes(word));
    page.hidden = !fits || (only.checked && !page.querySelector(".finding"));
    shown += page.hidden ? 0 : 1;
  }
  count.textContent = words.length || only.checked ? `${shown} of ${pages.length} shown` : "";
}

function fold() {
  const folds = document.querySelectorAll("main details.sections");
  const open = ![...folds].some((fold) => fold.open);
  folds.forEach((fold) => { fold.open = open; });
  toggle.textContent = open ? "Fold all" : "Unfold all";
}

// A link in the menus leads to its page whatever the filter hides.
function reveal() {
  const page = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (page && page.hidden) {
    filter.value = "";
    only.checked = false;
    apply();
    page.scrollIntoView();
  }
}

filter.addEventListener("input", apply);
only.addEventListener("change", apply);
toggle.addEventListener("click", fold);
window.addEventListener("hashchange", reveal);
