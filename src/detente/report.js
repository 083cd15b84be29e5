// Shows only the events that fit the two choices; without this script all of them are there.
const form = document.querySelector("form");
const told = form.querySelector("output");
const cards = [...document.querySelectorAll("article")];

function fits(card) {
  const { type, actor } = form.elements;
  return (!type.value || card.dataset.type === type.value)
    && (!actor.value || card.dataset.actors.split(" ").includes(actor.value));
}

function show() {
  for (const card of cards) {
    card.hidden = !fits(card);
    document.querySelector(`svg a[href="#${card.id}"]`)?.toggleAttribute("hidden", card.hidden);
  }
  for (const section of document.querySelectorAll("section")) {
    section.hidden = cards.some((card) => section.contains(card))
      && !section.querySelector("article:not([hidden])");
  }
  told.textContent = `${cards.filter((card) => !card.hidden).length} of ${cards.length} events`;
}

form.addEventListener("change", show);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
show();
