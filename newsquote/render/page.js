"use strict";
(() => {
  const box = document.getElementById("details");
  const at = (key) => document.querySelectorAll(`[data-quotes~="${key}"], [data-quote="${key}"]`);

  function hide() {
    box.hidden = true;
    document.querySelectorAll(".active").forEach((each) => each.classList.remove("active"));
  }

  function show(target, { withBox }) {
    hide();
    const keys = target.dataset.quotes.split(" ").reverse(); // the innermost first
    at(keys[0]).forEach((each) => each.classList.add("active"));
    if (!withBox) return;
    box.replaceChildren(...keys.map(describe));
    box.hidden = false;
    place(target.getClientRects()[0] || target.getBoundingClientRect());
  }

  function describe(key) {
    const card = document.getElementById(`card-${key}`);
    const part = document.createElement("div");
    const name = document.createElement("strong");
    name.append(...card.closest(".speaker").querySelector("h3").cloneNode(true).childNodes);
    part.append(name, card.querySelector(".facts").cloneNode(true));
    return part;
  }

  function place(line) {
    const gap = 10;
    const room = document.documentElement.clientWidth - box.offsetWidth - gap;
    box.style.left = `${window.scrollX + Math.max(gap, Math.min(line.right - box.offsetWidth, room))}px`;
    const below = line.bottom + gap;
    const above = line.top - gap - box.offsetHeight;
    const goesAbove = below + box.offsetHeight > window.innerHeight && above >= 0;
    box.style.top = `${window.scrollY + (goesAbove ? above : below)}px`;
  }

  function follow(event) {
    const target = event.target.closest("[data-quotes]");
    if (target) show(target, { withBox: !target.classList.contains("card") });
    else hide();
  }

  document.addEventListener("mouseover", follow);
  document.addEventListener("focusin", follow);
  document.addEventListener("focusout", hide);
  window.addEventListener("beforeprint", hide);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
})();
